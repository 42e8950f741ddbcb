package lockstep.evidence.viewing.inside;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.NotReadable.Reason;
import lockstep.evidence.apart.inside.Given;
import lockstep.evidence.apart.inside.Wire;

/** Stretches of a table; the first record stands over each of them. */
final class TablePages {
    private static final String POSSIBLE = ",;\t|";
    private static final int FIRST = 1 << 14;

    private TablePages() {}

    static String count(Given given) throws IOException {
        Charset written = Writing.of(given);
        Records records = new Records(reader(given, written), between(given, written));
        long rows = -1;
        while (records.next() != null) {
            rows++;
        }
        return MakePage.counted(
                Math.max(1, (Math.max(0, rows) + MakePage.ROWS - 1) / MakePage.ROWS), written.name(), false);
    }

    static String text(Given given, MakePage.Page page) throws IOException, NotReadable {
        Charset written = Charset.forName(page.written());
        Records records = new Records(reader(given, written), between(given, written));
        List<String> told = new ArrayList<>();
        List<String> head = records.next();
        told.add(line(head == null ? List.of() : head));
        long from = (page.n() - 1L) * MakePage.ROWS;
        for (long passed = 0; passed < from; passed++) {
            if (records.next() == null) {
                throw new NotReadable(Reason.NO_SUCH_PAGE);
            }
        }
        for (int n = 0; n < MakePage.ROWS; n++) {
            List<String> record = records.next();
            if (record == null) {
                break;
            }
            told.add(line(record));
        }
        return String.join(String.valueOf(MakePage.LINE), told);
    }

    private static String line(List<String> record) {
        return String.join(String.valueOf(MakePage.CELL), record);
    }

    private static Reader reader(Given given, Charset written) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(given.stream(), Wire.MOST);
        bytes.skipNBytes(Writing.mark(Writing.read(given, 0, 3)));
        return new InputStreamReader(bytes, written);
    }

    /** What the first line has most of, beside what it quotes. */
    private static char between(Given given, Charset written) throws IOException {
        String first = new String(Writing.read(given, 0, FIRST), written);
        int[] seen = new int[POSSIBLE.length()];
        boolean quoted = false;
        for (char c : first.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && POSSIBLE.indexOf(c) >= 0) {
                seen[POSSIBLE.indexOf(c)]++;
            }
        }
        int most = 0;
        for (int n = 1; n < seen.length; n++) {
            most = seen[n] > seen[most] ? n : most;
        }
        return POSSIBLE.charAt(most);
    }
}
