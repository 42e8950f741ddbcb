package lockstep.evidence.workbook.inside;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.NotReadable.Reason;

/** The rows of a sheet one after the other, of which only the beginning is held however long they are. */
public final class Rows implements Closeable {
    private static final int MOST_RANGES = 16_384;

    private final Xml in;
    private final List<Columns.Range> hidden = Columns.none();
    private long last;

    /** How many cells of a row are held, and how many letters of a cell. */
    public record Most(int cells, int letters) {}

    Rows(Xml in) {
        this.in = in;
    }

    /** Null at the end. */
    public Row next(Most most) throws IOException, NotReadable {
        while (in.next()) {
            if (in.begins("row")) {
                Row row = row(most);
                if (row.left() > 0 || !row.cells().isEmpty()) {
                    return row;
                }
            } else if (in.begins("col")) {
                column();
            }
        }
        return null;
    }

    /** Past so many, or to the end; how many there were. */
    public long pass(long count) throws IOException, NotReadable {
        long passed = 0;
        while (passed < count && in.next()) {
            if (in.begins("row")) {
                last = number();
                passed += filled() ? 1 : 0;
            } else if (in.begins("col")) {
                column();
            }
        }
        return passed;
    }

    /** Whether something stands in a row; to its end. */
    private boolean filled() throws IOException {
        boolean filled = false;
        while (in.next() && !in.ends("row")) {
            filled = filled || in.begins("v") || in.begins("f") || in.begins("is");
        }
        return filled;
    }

    /** The columns that are hidden; known from the first row on. */
    public List<Columns.Range> hiddenColumns() {
        return hidden;
    }

    private void column() throws NotReadable {
        if (in.is("hidden") || zero(in.attribute("width"))) {
            if (hidden.size() > MOST_RANGES) {
                throw new NotReadable(Reason.TOO_HEAVY);
            }
            Columns.add(
                    hidden,
                    new Columns.Range(Integer.parseInt(in.attribute("min")), Integer.parseInt(in.attribute("max"))));
        }
    }

    private long number() {
        String said = in.attribute("r");
        return said == null ? last + 1 : Long.parseLong(said);
    }

    private Row row(Most most) throws IOException {
        last = number();
        boolean rowHidden = in.is("hidden") || zero(in.attribute("ht"));
        List<Row.Cell> cells = new ArrayList<>();
        long left = 0;
        int column = 0;
        while (in.next() && !in.ends("row")) {
            if (in.begins("c")) {
                Row.Cell cell = cell(column + 1, most);
                if (cell.column() <= column) {
                    throw new IOException("two cells in one place");
                }
                column = cell.column();
                if (!cell.empty() && cells.size() < most.cells()) {
                    cells.add(cell);
                } else if (!cell.empty()) {
                    left++;
                }
            }
        }
        return new Row(last, rowHidden, cells, left);
    }

    private Row.Cell cell(int next, Most most) throws IOException {
        String place = in.attribute("r");
        String type = in.attribute("t");
        String style = in.attribute("s");
        Held value = null;
        Held formula = null;
        while (in.next() && !in.ends("c")) {
            if (in.begins("v")) {
                value = Held.plain(in, "v", most.letters());
            } else if (in.begins("is")) {
                value = Held.string(in, "is", most.letters());
            } else if (in.begins("f")) {
                formula = Held.plain(in, "f", most.letters());
            }
        }
        return new Row.Cell(
                place == null ? next : Columns.of(place),
                type,
                style == null ? 0 : Integer.parseInt(style),
                value,
                formula);
    }

    private static boolean zero(String measure) {
        return measure != null && Double.parseDouble(measure) == 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
