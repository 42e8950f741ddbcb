package lockstep.evidence.workbook.inside;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.NotReadable.Reason;
import lockstep.evidence.apart.inside.Given;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** A spreadsheet (ECMA-376 part 1): its sheets, the strings of their cells, and how its numbers are meant. Nothing in it runs. */
public final class Workbook implements Closeable {
    private static final int MOST_SHEETS = 1000;
    private static final String OF_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final Set<String> MAIN = Set.of(
            OF_SHEETS + "sheet.main+xml",
            OF_SHEETS + "template.main+xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            "application/vnd.ms-excel.template.macroEnabled.main+xml");

    /** Of which nothing is left out by whoever looks at cells alone. */
    private static final Set<String> IN_CELLS = Set.of(
            OF_SHEETS + "worksheet+xml",
            OF_SHEETS + "sharedStrings+xml",
            OF_SHEETS + "styles+xml",
            OF_SHEETS + "calcChain+xml",
            OF_SHEETS + "table+xml",
            OF_SHEETS + "sheetMetadata+xml",
            OF_SHEETS + "printerSettings",
            "application/vnd.openxmlformats-officedocument.theme+xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            "application/vnd.openxmlformats-package.relationships+xml");

    private final Contents contents;
    private final Relations relations;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Styles styles;

    /**
     * @param part empty where it has no cells, as one that is a chart alone
     */
    public record Sheet(String name, boolean hidden, Optional<String> part) {}

    private Workbook(Contents contents) throws IOException, NotReadable {
        this.contents = contents;
        String main = Relations.of(contents, "").first("officeDocument").orElse("");
        if (!MAIN.contains(contents.type(main))) {
            throw new IOException("no spreadsheet");
        }
        this.relations = Relations.of(contents, main);
        boolean from1904 = false;
        try (Xml in = contents.xml(main)) {
            while (in.next()) {
                if (in.begins("workbookPr")) {
                    from1904 = in.is("date1904");
                } else if (in.begins("sheet")) {
                    add(in);
                }
            }
        }
        if (sheets.isEmpty()) {
            throw new IOException("no sheet");
        }
        this.styles = new Styles(from1904);
        Optional<String> its = relations.first("styles");
        if (its.isPresent()) {
            try (Xml in = contents.xml(its.get())) {
                styles.read(in);
            }
        }
    }

    public static Workbook of(Given given) throws IOException, NotReadable {
        return new Workbook(Contents.of(given));
    }

    private void add(Xml in) throws NotReadable {
        if (sheets.size() == MOST_SHEETS) {
            throw new NotReadable(Reason.TOO_HEAVY);
        }
        String state = in.attribute("state");
        sheets.add(new Sheet(
                Held.unescaped(in.attribute("name")),
                "hidden".equals(state) || "veryHidden".equals(state),
                relations.part(in.attribute("id"), "worksheet")));
    }

    public Contents contents() {
        return contents;
    }

    public List<Sheet> sheets() {
        return sheets;
    }

    /** Whether there is something that is no cell: notes, pictures, charts, packed files, links, macros. */
    public boolean more() {
        return contents.all().stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipArchiveEntry::getName)
                .filter(name -> !name.equals("[Content_Types].xml"))
                .map(contents::type)
                .anyMatch(type -> !IN_CELLS.contains(type) && !MAIN.contains(type));
    }

    /** How many bytes its rows are written in. */
    public long size(Sheet sheet) {
        return sheet.part().map(contents::size).orElse(0L);
    }

    /** Of a sheet that has cells. */
    public Rows rows(Sheet sheet) throws IOException, NotReadable {
        return new Rows(contents.xml(sheet.part().orElseThrow()));
    }

    /** Empty: no sheet has any. */
    public Optional<Strings> strings(int mostLetters) throws IOException, NotReadable {
        Optional<String> part = relations.first("sharedStrings");
        return part.isEmpty() ? Optional.empty() : Optional.of(new Strings(contents.xml(part.get()), mostLetters));
    }

    /** What stands in a cell, as its stored value says; a formula that has none stands there itself. */
    public Held shown(Row.Cell cell, Map<Integer, Held> strings) throws IOException {
        Held value = cell.value();
        if (value == null) {
            return new Held("=" + cell.formula().text(), cell.formula().left());
        }
        int shared = cell.shared();
        if (shared >= 0) {
            if (!strings.containsKey(shared)) {
                throw new IOException("a string that isn't there");
            }
            return strings.get(shared);
        }
        if ("b".equals(cell.type())) {
            return new Held(value.text().strip().equals("1") ? "TRUE" : "FALSE", 0);
        }
        boolean number = cell.type() == null || cell.type().equals("n");
        return number && value.left() == 0 ? new Held(styles.shown(value.text(), cell.style()), 0) : value;
    }

    @Override
    public void close() throws IOException {
        contents.close();
    }
}
