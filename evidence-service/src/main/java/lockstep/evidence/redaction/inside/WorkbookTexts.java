package lockstep.evidence.redaction.inside;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.NotReadable.Reason;
import lockstep.evidence.apart.inside.Given;
import lockstep.evidence.workbook.inside.Contents;
import lockstep.evidence.workbook.inside.Held;
import lockstep.evidence.workbook.inside.Row;
import lockstep.evidence.workbook.inside.Rows;
import lockstep.evidence.workbook.inside.Strings;
import lockstep.evidence.workbook.inside.Workbook;
import lockstep.evidence.workbook.inside.Xml;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Every place of a spreadsheet where text can be left: cells, notes, formulas, names, properties, what is cached of others.
 * A part that can't be looked into, as a packed file or a macro, makes the whole unreadable.
 */
final class WorkbookTexts {
    /** More than a cell or a row may have; what is longer is not looked through, and so is not fit. */
    private static final Rows.Most MOST = new Rows.Most(20_000, 1 << 20);

    private WorkbookTexts() {}

    static void all(Given given, Passages found) throws IOException, NotReadable {
        try (Workbook workbook = Workbook.of(given)) {
            Contents contents = workbook.contents();
            for (ZipArchiveEntry entry : contents.all()) {
                found.in(entry.getName());
                found.in(Objects.requireNonNullElse(entry.getComment(), ""));
                if (!entry.isDirectory()) {
                    part(contents, entry, found);
                }
            }
            cells(workbook, found);
        }
    }

    /** Whether something lies between the parts, or behind them: as an earlier state of one that was replaced. */
    static boolean earlierStates(Given given) throws IOException, NotReadable {
        try (Workbook workbook = Workbook.of(given)) {
            return ZipGaps.in(workbook.contents().all(), given);
        }
    }

    private static void part(Contents contents, ZipArchiveEntry entry, Passages found) throws IOException, NotReadable {
        String name = entry.getName();
        String type = contents.type(name);
        if (type.endsWith("xml") || name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
            try (Xml in = new Xml(contents.open(entry))) {
                xml(in, found);
            }
        } else if (type.endsWith("printerSettings")) {
            try (InputStream bytes = contents.open(entry)) {
                found.in(bytes);
            }
        } else if (name.startsWith("xl/media/")) {
            try (InputStream bytes = contents.open(entry)) {
                Pictures.mustBeBare(new BufferedInputStream(bytes));
            }
        } else {
            // A small picture of the whole too, which is made when it is saved: people don't see it.
            throw new IOException("a part that nobody looked into");
        }
    }

    /** What stands between its tags, read through as one, because words are broken by them; and what stands in them. */
    private static void xml(Xml in, Passages found) throws IOException {
        RunningText all = new RunningText(found, false);
        while (in.next()) {
            if (in.letters()) {
                all.add(in.text());
            } else if (in.remark()) {
                found.in(in.text());
            }
            for (int n = 0; in.begins() && n < in.attributes(); n++) {
                found.in(Held.unescaped(in.attribute(n)));
            }
        }
        all.end();
    }

    /** As they are read: a name whose words stand in cells beside each other is found too. */
    private static void cells(Workbook workbook, Passages found) throws IOException, NotReadable {
        Map<Integer, Held> strings = strings(workbook);
        for (Workbook.Sheet sheet : workbook.sheets()) {
            found.in(sheet.name());
            if (sheet.part().isPresent()) {
                try (Rows rows = workbook.rows(sheet)) {
                    RunningText all = new RunningText(found, true);
                    for (Row row = rows.next(MOST); row != null; row = rows.next(MOST)) {
                        mustBeWhole(row.left());
                        for (Row.Cell cell : row.cells()) {
                            Held shown = workbook.shown(cell, strings);
                            mustBeWhole(shown.left());
                            all.add(shown.text());
                            all.add(" ");
                        }
                    }
                    all.end();
                }
            }
        }
    }

    private static Map<Integer, Held> strings(Workbook workbook) throws IOException, NotReadable {
        Optional<Strings> all = workbook.strings(MOST.letters());
        if (all.isEmpty()) {
            return Map.of();
        }
        Map<Integer, Held> held = new HashMap<>();
        try (Strings strings = all.get()) {
            for (Held one = strings.next(); one != null; one = strings.next()) {
                held.put(held.size(), one);
            }
        }
        return held;
    }

    private static void mustBeWhole(long left) throws NotReadable {
        if (left > 0) {
            throw new NotReadable(Reason.TOO_HEAVY);
        }
    }
}
