package lockstep.evidence.viewing.inside;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.NotReadable.Reason;
import lockstep.evidence.apart.inside.Given;

/** Stretches of a text, which begin with a line where there is one: no byte stands on two pages or on none. */
final class TextPages {
    static final int PAGE = 1 << 15;
    private static final int BACK = 1 << 12;

    private TextPages() {}

    static String count(Given given) throws IOException {
        long pages = Math.max(1, (given.size() + PAGE - 1) / PAGE);
        return MakePage.counted(pages, Writing.of(given).name(), false);
    }

    static String text(Given given, MakePage.Page page) throws IOException, NotReadable {
        Charset written = Charset.forName(page.written());
        if (page.n() < 1 || (page.n() - 1L) * PAGE >= Math.max(1, given.size())) {
            throw new NotReadable(Reason.NO_SUCH_PAGE);
        }
        long from = start(given, page.n() - 1L, written);
        long to = start(given, page.n(), written);
        return Visible.of(new String(Writing.read(given, from, (int) Math.max(0, to - from)), written));
    }

    private static long start(Given given, long page, Charset written) throws IOException {
        long at = Math.min(page * PAGE, given.size());
        if (page == 0) {
            return Writing.mark(Writing.read(given, 0, 3));
        }
        if (at == given.size()) {
            return at;
        }
        byte[] before = Writing.read(given, at - BACK, BACK);
        boolean wide = written.name().startsWith("UTF-16");
        int low = StandardCharsets.UTF_16LE.equals(written) ? 0 : 1;
        for (int end = BACK; end > 0; end -= wide ? 2 : 1) {
            boolean line = wide ? before[end - 2 + low] == '\n' && before[end - 1 - low] == 0 : before[end - 1] == '\n';
            if (line) {
                return at - BACK + end;
            }
        }
        return StandardCharsets.UTF_8.equals(written) ? pastLetter(given, at) : at;
    }

    private static long pastLetter(Given given, long at) throws IOException {
        byte[] next = Writing.read(given, at, 3);
        int past = 0;
        while (past < next.length && (next[past] & 0xC0) == 0x80) {
            past++;
        }
        return at + past;
    }
}
