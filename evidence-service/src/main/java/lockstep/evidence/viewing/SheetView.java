package lockstep.evidence.viewing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.viewing.inside.MakePage;

/**
 * Of which sheet of a spreadsheet a page is, and what is hidden there from whoever opens the file.
 *
 * @param n from 1
 * @param hiddenHere by their letters, those of the columns of this page that are hidden
 * @param hiddenColumns all that are hidden, some as from one to another, whether something stands in them or not
 * @param numbers of the rows of this page, as the file numbers them
 * @param hiddenRows those of them that are hidden
 * @param more whether the file holds what is no cell: notes, pictures, charts, packed files, macros
 */
public record SheetView(
        int n,
        List<SheetName> sheets,
        List<String> hiddenHere,
        List<String> hiddenColumns,
        List<Long> numbers,
        List<Long> hiddenRows,
        boolean more) {

    /**
     * @param page its first one; null where that isn't known
     */
    public record SheetName(String name, boolean hidden, Integer page) {}

    /** A page of a sheet: the columns in which something stands there, and what. */
    record Told(SheetView sheet, List<String> columns, List<List<String>> rows) {}

    /** Read from what the process told, which is not trusted: told otherwise, the file counts as damaged. */
    static Told told(String text) throws NotReadable {
        try {
            return read(text.split(String.valueOf(MakePage.LINE), -1));
        } catch (NumberFormatException | IndexOutOfBoundsException nothingToldRight) {
            throw new NotReadable(NotReadable.Reason.DAMAGED);
        }
    }

    private static Told read(String[] lines) {
        List<String> which = cells(lines[0]);
        int at = 1;
        List<SheetName> sheets = new ArrayList<>();
        for (; !lines[at].isEmpty(); at++) {
            List<String> its = cells(lines[at]);
            int first = Integer.parseInt(its.get(2));
            sheets.add(new SheetName(its.get(0), so(its.get(1)), first == 0 ? null : first));
        }
        List<String> columns = cells(lines[at + 1]);
        List<List<String>> rows =
                Arrays.stream(lines, at + 4, lines.length).map(SheetView::cells).toList();
        SheetView sheet = new SheetView(
                Integer.parseInt(which.get(0)) + 1,
                sheets,
                cells(lines[at + 2]),
                cells(lines[at + 3]),
                rows.stream().map(SheetView::number).toList(),
                rows.stream()
                        .filter(row -> so(row.get(1)))
                        .map(SheetView::number)
                        .toList(),
                so(which.get(1)));
        return new Told(
                sheet,
                columns,
                rows.stream().map(row -> row.subList(2, row.size())).toList());
    }

    private static Long number(List<String> row) {
        return Long.valueOf(row.get(0));
    }

    private static boolean so(String said) {
        return said.equals("1");
    }

    private static List<String> cells(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(String.valueOf(MakePage.CELL), -1));
    }
}
