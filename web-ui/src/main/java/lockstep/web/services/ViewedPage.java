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
        return rows != null;
    }

    public boolean hasText() {
        return text != null && !text.isBlank();
    }
}
