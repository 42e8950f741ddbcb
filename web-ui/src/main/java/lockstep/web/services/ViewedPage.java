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
        boolean drawn,
        boolean undrawn) {

    public boolean isTable() {
        return firstRow != null;
    }

    /** Which record of all a row of this page is. */
    public long row(int index) {
        return firstRow + index;
    }

    public long lastRow() {
        return firstRow + rows.size() - 1;
    }

    public boolean hasText() {
        return text != null && !text.isBlank();
    }
}
