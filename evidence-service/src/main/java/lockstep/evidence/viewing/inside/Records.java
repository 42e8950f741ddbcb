package lockstep.evidence.viewing.inside;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** The records of a table in RFC 4180's form: however long a cell or a record is, only its beginning is held. */
final class Records {
    static final int CELLS = 60;
    static final int CHARACTERS = 300;

    private final Reader in;
    private final char between;
    private final char[] buffer = new char[1 << 13];
    private int filled;
    private int at;
    private int pushed = -1;

    private final StringBuilder cell = new StringBuilder();
    private long left;
    private List<String> record;
    private long leftCells;

    Records(Reader in, char between) {
        this.in = in;
        this.between = between;
    }

    /** The next one as it is shown; null at the end. */
    List<String> next() throws IOException {
        int c = read();
        if (c < 0) {
            return null;
        }
        record = new ArrayList<>();
        leftCells = 0;
        while (true) {
            c = c == '"' ? quoted() : c;
            while (c >= 0 && c != between && c != '\n' && c != '\r') {
                add(c);
                c = read();
            }
            end();
            if (c != between) {
                return record(c);
            }
            c = read();
        }
    }

    private List<String> record(int end) throws IOException {
        if (end == '\r') {
            int next = read();
            pushed = next == '\n' ? -1 : next;
        }
        if (leftCells > 0) {
            record.add(Visible.left(leftCells));
        }
        return record;
    }

    /** To the quotation mark that ends it; what comes then. */
    private int quoted() throws IOException {
        for (int c = read(); c >= 0; c = read()) {
            if (c == '"') {
                int next = read();
                if (next != '"') {
                    return next;
                }
            }
            add(c);
        }
        return -1;
    }

    private void add(int c) {
        if (cell.length() < CHARACTERS) {
            cell.append((char) c);
        } else {
            left++;
        }
    }

    private void end() {
        if (record.size() < CELLS) {
            record.add(Visible.inOneLine(cell) + Visible.left(left));
        } else {
            leftCells++;
        }
        cell.setLength(0);
        left = 0;
    }

    private int read() throws IOException {
        if (pushed >= 0) {
            int c = pushed;
            pushed = -1;
            return c;
        }
        if (at == filled) {
            filled = in.read(buffer);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[at++];
    }
}
