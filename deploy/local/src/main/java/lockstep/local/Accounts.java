package lockstep.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The demo accounts of one instance with the passwords made for them; {@code accounts.json} holds them, mode 600. */
public final class Accounts {
    private final Map<String, Entry> byName = new LinkedHashMap<>();

    /** As the file shows it. */
    record Entry(
            String account,
            String password,
            String agency,
            List<String> roles,
            List<String> seats,
            List<String> offices) {}

    /** Reads the file of that directory, giving a password to each account that has none yet. */
    static Accounts in(Path directory) {
        Path file = file(directory);
        Accounts accounts = new Accounts();
        if (Files.exists(file)) {
            for (Entry entry : Json.read(file, Entry[].class)) {
                accounts.byName.put(entry.account(), entry);
            }
        }
        List<Entry> fresh = new ArrayList<>();
        for (DemoAccount demo : DemoAccount.all()) {
            if (!accounts.byName.containsKey(demo.account())) {
                fresh.add(new Entry(
                        demo.account(), password(), demo.agency(), demo.roles(), demo.seats(), demo.offices()));
            }
        }
        fresh.forEach(entry -> accounts.byName.put(entry.account(), entry));
        if (!fresh.isEmpty()) {
            PrivateFiles.write(file, Json.pretty(accounts.byName.values()));
        }
        return accounts;
    }

    static Path file(Path directory) {
        return directory.resolve("accounts.json");
    }

    /** Short enough to be typed. */
    private static String password() {
        return Secrets.random().replaceAll("[-_]", "").substring(0, 14);
    }

    public String password(String account) {
        Entry entry = byName.get(account);
        if (entry == null) {
            throw new CannotStart("there is no demo account " + account + "; accounts.json lists them");
        }
        return entry.password();
    }
}
