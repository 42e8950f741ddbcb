package lockstep.evidence.workbook.inside;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The strings of all sheets, which stand in one part and are told by their numbers there. */
public final class Strings implements Closeable {
    private final Xml in;
    private final int most;

    Strings(Xml in, int most) {
        this.in = in;
        this.most = most;
    }

    /** Null at the end. */
    public Held next() throws IOException {
        while (in.next()) {
            if (in.begins("si")) {
                return Held.string(in, "si", most);
            }
        }
        return null;
    }

    /** Those of these numbers: nothing behind the last one is read, and nothing before it is held. */
    public Map<Integer, Held> only(Collection<Integer> wanted) throws IOException {
        Map<Integer, Held> found = new HashMap<>();
        int last = wanted.stream().mapToInt(Integer::intValue).max().orElse(-1);
        for (int n = 0; n <= last; n++) {
            Held one = next();
            if (one == null) {
                throw new IOException("a string that isn't there");
            }
            if (wanted.contains(n)) {
                found.put(n, one);
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
