package lockstep.evidence.viewing.inside;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.NotReadable.Reason;
import lockstep.evidence.apart.inside.Given;
import lockstep.evidence.workbook.inside.Columns;
import lockstep.evidence.workbook.inside.Held;
import lockstep.evidence.workbook.inside.Row;
import lockstep.evidence.workbook.inside.Row.Cell;
import lockstep.evidence.workbook.inside.Rows;
import lockstep.evidence.workbook.inside.Strings;
import lockstep.evidence.workbook.inside.Workbook;
import lockstep.evidence.workbook.inside.Workbook.Sheet;

/** Stretches of the sheets of a spreadsheet, one sheet after the other: each sheet begins on a page of its own. */
final class SheetPages {
    private static final Rows.Most MOST = new Rows.Most(Records.CELLS, Records.CHARACTERS);

    /** Of all sheets together, in bytes: where the sheets behind a page begin is told only if finding out is light. */
    private static final long LIGHT = 32L << 20;

    private final Workbook workbook;
    private final boolean light;
    /** The first page of each sheet that was gone through, and of the one behind it. */
    private final List<Long> firsts = new ArrayList<>(List.of(1L));

    private Found found;

    private record Found(int sheet, List<Row> rows, List<Columns.Range> hidden) {}

    private SheetPages(Workbook workbook, boolean all) {
        this.workbook = workbook;
        this.light = all || workbook.sheets().stream().mapToLong(workbook::size).sum() <= LIGHT;
    }

    static String count(Given given) throws IOException, NotReadable {
        try (Workbook workbook = Workbook.of(given)) {
            SheetPages all = new SheetPages(workbook, true);
            all.find(1);
            all.told();
            return MakePage.counted(all.firsts.getLast() - 1, "", false);
        }
    }

    static String text(Given given, MakePage.Page page) throws IOException, NotReadable {
        try (Workbook workbook = Workbook.of(given)) {
            SheetPages until = new SheetPages(workbook, false);
            until.find(page.n());
            return until.told();
        }
    }

    private void find(int page) throws IOException, NotReadable {
        for (int n = 0; n < workbook.sheets().size() && (found == null || light); n++) {
            long first = firsts.getLast();
            Sheet sheet = workbook.sheets().get(n);
            if (sheet.part().isEmpty()) {
                found = page == first ? new Found(n, List.of(), List.of()) : found;
                firsts.add(first + 1);
                continue;
            }
            try (Rows rows = workbook.rows(sheet)) {
                long before = Math.max(0, page - first) * MakePage.ROWS;
                long passed = found == null ? rows.pass(before) : 0;
                if (found == null && passed == before) {
                    List<Row> its = rows(rows);
                    passed += its.size();
                    found = its.isEmpty() && before > 0 ? null : new Found(n, its, rows.hiddenColumns());
                }
                if (found == null || light) {
                    passed += rows.pass(Long.MAX_VALUE);
                    firsts.add(first + Math.max(1, (passed + MakePage.ROWS - 1) / MakePage.ROWS));
                }
            }
        }
        if (found == null) {
            throw new NotReadable(Reason.NO_SUCH_PAGE);
        }
    }

    private static List<Row> rows(Rows rows) throws IOException, NotReadable {
        List<Row> its = new ArrayList<>();
        for (Row row = rows.next(MOST); row != null; row = its.size() < MakePage.ROWS ? rows.next(MOST) : null) {
            its.add(row);
        }
        return its;
    }

    /**
     * In lines: which sheet it is, and whether the file holds more than cells; then every sheet with its name, whether it
     * is hidden and its first page (0: not known); an empty one; the columns in which something stands here; those of them
     * that are hidden; all that are; and each row with its number and whether it is hidden.
     */
    private String told() throws IOException, NotReadable {
        List<String> lines = new ArrayList<>();
        lines.add(line(Stream.of(String.valueOf(found.sheet()), said(workbook.more()))));
        for (int n = 0; n < workbook.sheets().size(); n++) {
            Sheet sheet = workbook.sheets().get(n);
            String first = String.valueOf(n < firsts.size() ? firsts.get(n) : 0);
            lines.add(line(Stream.of(Visible.inOneLine(sheet.name()), said(sheet.hidden()), first)));
        }
        lines.add("");
        List<Integer> columns = found.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(Cell::column)
                .distinct()
                .sorted()
                .limit(Records.CELLS)
                .toList();
        lines.add(line(columns.stream().map(Columns::name)));
        lines.add(line(columns.stream().filter(this::hidden).map(Columns::name)));
        lines.add(line(found.hidden().stream().map(Columns.Range::named)));
        Map<Integer, Held> strings = strings(columns);
        for (Row row : found.rows()) {
            lines.add(line(row, columns, strings));
        }
        return String.join(String.valueOf(MakePage.LINE), lines);
    }

    private boolean hidden(int column) {
        return found.hidden().stream().anyMatch(range -> range.has(column));
    }

    private Map<Integer, Held> strings(List<Integer> columns) throws IOException, NotReadable {
        Set<Integer> wanted = found.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> columns.contains(cell.column()))
                .map(Cell::shared)
                .filter(shared -> shared >= 0)
                .collect(Collectors.toSet());
        Optional<Strings> all = wanted.isEmpty() ? Optional.empty() : workbook.strings(MOST.letters());
        if (all.isEmpty()) {
            return Map.of();
        }
        try (Strings its = all.get()) {
            return its.only(wanted);
        }
    }

    private String line(Row row, List<Integer> columns, Map<Integer, Held> strings) throws IOException {
        List<String> cells = new ArrayList<>(List.of(String.valueOf(row.number()), said(row.hidden())));
        int at = 0;
        for (int column : columns) {
            boolean here = at < row.cells().size() && row.cells().get(at).column() == column;
            cells.add(here ? shown(workbook.shown(row.cells().get(at++), strings)) : "");
        }
        String left = Visible.left(row.left() + row.cells().size() - at);
        return line(Stream.concat(cells.stream(), left.isEmpty() ? Stream.empty() : Stream.of(left)));
    }

    private static String shown(Held text) {
        return Visible.inOneLine(text.text()) + Visible.left(text.left());
    }

    private static String said(boolean so) {
        return so ? "1" : "0";
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(String.valueOf(MakePage.CELL)));
    }
}
