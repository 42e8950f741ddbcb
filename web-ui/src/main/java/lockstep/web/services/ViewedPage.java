package lockstep.web.services;

import java.util.List;

/** One page of content: its text, the rows of its table, or that there is a picture of it. */
public record ViewedPage(
        int page,
        int pages,
        String text,
        String written,
        List<String> head,
        Long firstRow,
        List<List<String>> rows,
        SheetView sheet,
        boolean drawn,
        boolean undrawn) {

    /** Of which sheet of a spreadsheet it is; columns and rows go by the names that they have there. */
    public record SheetView(
            int n,
            List<SheetName> sheets,
            List<String> hiddenHere,
            List<String> hiddenColumns,
            List<Long> numbers,
            List<Long> hiddenRows,
            boolean more) {

        public SheetName its() {
            return sheets.get(n - 1);
        }

        public String columnsHidden() {
            return String.join(", ", hiddenColumns);
        }
    }

    /**
     * @param page its first one, or null where that isn't known
     */
    public record SheetName(String name, boolean hidden, Integer page) {}

    public boolean isTable() {
        return firstRow != null || sheet != null && !rows.isEmpty();
    }

    public boolean hidesColumn(String name) {
        return sheet != null && sheet.hiddenHere().contains(name);
    }

    public boolean hidesRow(int index) {
        return sheet != null && sheet.hiddenRows().contains(row(index));
    }

    /** Which record of all a row of this page is, or by which number the sheet has it. */
    public long row(int index) {
        return sheet == null ? firstRow + index : sheet.numbers().get(index);
    }

    public long lastRow() {
        return row(rows.size() - 1);
    }

    public boolean hasText() {
        return text != null && !text.isBlank();
    }
}
