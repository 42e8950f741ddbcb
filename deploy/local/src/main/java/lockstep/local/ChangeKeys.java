package lockstep.local;

import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./lockstep keys [add | use ID | remove ID]}: the key-encryption keys of an instance, or of the file that
 * LOCKSTEP_KEK_FILE names. A running evidence-service reads the file again by itself.
 */
final class ChangeKeys {
    private final Keyset keyset;
    private final List<String> asked;

    ChangeKeys(CommandLine line) {
        String named = System.getenv("LOCKSTEP_KEK_FILE");
        this.keyset = new Keyset(named == null ? inside(line.data()) : Path.of(named));
        this.asked = line.operands();
    }

    /** Where an instance has them. */
    static Path inside(Path data) {
        return data.resolve("exhibits.keyset.json");
    }

    void run() {
        switch (asked.isEmpty() ? "" : asked.getFirst()) {
            case "" -> list();
            case "add" -> System.out.println("Key " + keyset.add() + " is added and wraps nothing yet: use it next.");
            case "use" -> {
                keyset.use(id());
                System.out.println(
                        "Key " + id() + " is the current one. What others have wrapped is wrapped anew by it;"
                                + " the administrators' page Storage says when that is done.");
            }
            case "remove" ->
                System.out.println("Key " + id() + " is taken away. It lies in " + keyset.remove(id())
                        + ": delete that file once nothing is missed.");
            default -> throw new CannotStart("keys knows add, use ID and remove ID, not " + asked.getFirst());
        }
    }

    private void list() {
        keyset.keys().forEach(key -> System.out.println(key.id() + (key.current() ? " current" : "")));
    }

    private long id() {
        try {
            return Long.parseUnsignedLong(asked.get(1));
        } catch (IndexOutOfBoundsException | NumberFormatException none) {
            throw new CannotStart(asked.getFirst() + " needs the id of a key; ./lockstep keys lists them");
        }
    }
}
