package lockstep.evidence.custody.report;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lockstep.evidence.custody.CustodyReport;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/** Writes a custody report as a tagged PDF: what it is about, its entries as one table, and how they hang together. */
@ApplicationScoped
public class ReportPdf {
    private static final float TEXT = 9;
    private static final float CELL = 7.5f;
    private static final float[] WIDTHS = {100, 130, 150, 178, 200};
    private static final List<String> COLUMNS = List.of("when", "what", "who", "content", "words");

    private static final String SCANNED = "exhibit.scanned";
    /** Entries that say what was found, each with the family of its words. */
    private static final Map<String, String> RESULTS =
            Map.of(SCANNED, "scan", "exhibit.redaction-checked", "redaction");

    /** Parts of payloads that are said in the last column, in this order. */
    private static final List<String> SAID = List.of(
            "purpose",
            "reason",
            "account",
            "receiver",
            "medium",
            "to",
            "engine",
            "signature",
            "damage",
            "format",
            "copy",
            "country",
            "text");

    public byte[] write(CustodyReport report, Locale language) {
        ReportWords words = new ReportWords(language);
        String title = words.of("title", report.exhibit().id());
        try (TaggedPdf pdf = new TaggedPdf(title, language, strip(report, words))) {
            about(pdf, report, words, title);
            if (report.entries().isEmpty()) {
                pdf.text("P", words.of("no-entries"), TEXT);
            } else {
                entries(pdf, report.entries(), words);
            }
            chain(pdf, report, words);
            return pdf.bytes();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static String strip(CustodyReport report, ReportWords words) {
        SortedSet<String> markings =
                report.markings().stream().map(words::marking).collect(Collectors.toCollection(TreeSet::new));
        return markings.isEmpty() ? words.of("unmarked") : String.join("  |  ", markings);
    }

    private static void about(TaggedPdf pdf, CustodyReport report, ReportWords words, String title) throws IOException {
        CustodyReport.Subject its = report.exhibit();
        pdf.text("H1", title, 16);
        pdf.text("P", words.of("originator", words.agency(its.originator())), TEXT);
        pdf.text("P", words.of("case", its.caseId()), TEXT);
        pdf.text(
                "P",
                words.of(
                        "made",
                        words.when(report.madeAt()),
                        report.reader().account(),
                        words.agency(report.reader().agency())),
                TEXT);
        pdf.text("P", words.of("standing." + report.reader().standing()), TEXT);
        pdf.text("H2", words.of("versions"), 12);
        for (CustodyReport.Version version : its.versions()) {
            pdf.text(
                    "P",
                    words.of(
                            "version-of",
                            version.version(),
                            version.title(),
                            version.sha256() == null ? words.of("no-content") : "SHA-256 " + version.sha256(),
                            words.marking(version.marking())),
                    TEXT);
        }
        if (its.versions().isEmpty()) {
            pdf.text("P", words.of("no-versions"), TEXT);
        }
        pdf.text("H2", words.of("left-out"), 12);
        for (CustodyReport.LeftOut kind : report.leftOut()) {
            pdf.text("P", words.of("left-out." + kind), TEXT);
        }
    }

    private static void entries(TaggedPdf pdf, List<CustodyReport.Entry> entries, ReportWords words)
            throws IOException {
        pdf.text("H2", words.of("entries"), 12);
        List<String> heads =
                COLUMNS.stream().map(column -> words.of("column." + column)).toList();
        PDStructureElement table = pdf.part("Table", pdf.document());
        PDStructureElement first = pdf.part("TR", pdf.part("THead", table));
        List<PDStructureElement> columns = new ArrayList<>();
        for (int n = 0; n < heads.size(); n++) {
            columns.add(heading(pdf.part("TH", first), PDTableAttributeObject.SCOPE_COLUMN));
        }
        pdf.room(pdf.height(heads, WIDTHS, CELL) + 30);
        pdf.row(columns, heads, WIDTHS, CELL);
        PDStructureElement body = pdf.part("TBody", table);
        for (CustodyReport.Entry entry : entries) {
            List<String> cells = cells(entry, words);
            if (pdf.room(pdf.height(cells, WIDTHS, CELL))) {
                pdf.again(heads, WIDTHS, CELL);
            }
            PDStructureElement row = pdf.part("TR", body);
            List<PDStructureElement> its = new ArrayList<>();
            its.add(heading(pdf.part("TH", row), PDTableAttributeObject.SCOPE_ROW));
            for (int n = 1; n < cells.size(); n++) {
                its.add(pdf.part("TD", row));
            }
            pdf.row(its, cells, WIDTHS, CELL);
        }
    }

    private static PDStructureElement heading(PDStructureElement cell, String scope) {
        PDTableAttributeObject of = new PDTableAttributeObject();
        of.setScope(scope);
        cell.addAttribute(of);
        return cell;
    }

    private static List<String> cells(CustodyReport.Entry entry, ReportWords words) {
        String what = words.find("event", happened(entry));
        String who =
                entry.by().account() != null ? entry.by().account() : entry.by().sub();
        return List.of(
                words.when(entry.at()),
                what + (entry.outcome().equals("REFUSED") ? " (" + words.of("refused") + ")" : ""),
                who + (entry.agency() == null ? "" : ", " + words.agency(entry.agency())),
                words.of("version", entry.version()) + (entry.sha256() == null ? "" : "\n" + entry.sha256()),
                said(entry, words));
    }

    /** A decision is told of each exhibit as it was taken on that one: of several that were asked for some may be refused. */
    private static String happened(CustodyReport.Entry entry) {
        boolean refused = entry.type().startsWith("release.")
                && entry.payload().path("outcome").asText().equals("DENIED");
        if (refused) {
            return "release.denied";
        }
        if (entry.type().equals("release.approved")
                && entry.payload().path("outcome").asText().equals("AS_COPY")) {
            return "release.as-copy";
        }
        boolean onPage = entry.payload().path("inline").asBoolean();
        return entry.type() + (onPage ? ".inline" : "");
    }

    private static String said(CustodyReport.Entry entry, ReportWords words) {
        Stream<String> said = SAID.stream()
                .filter(name -> !entry.payload().path(name).asText("").isEmpty())
                .filter(name -> !entry.type().equals(SCANNED) || !name.equals("reason"))
                .map(name -> words.of("said." + name, value(entry, name, words)));
        JsonNode across = entry.payload().path("transfer");
        Stream<String> transfer = across.isObject()
                ? Stream.of(words.of(
                        "said.transfer",
                        across.path("text").asText(),
                        StreamSupport.stream(across.path("countries").spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(", ")),
                        across.path("necessity").asText()))
                : Stream.empty();
        JsonNode copy = entry.payload().path("redactedCopy");
        Stream<String> instead = copy.isObject()
                ? Stream.of(
                        words.of("said.redacted-copy", copy.path("exhibitId").asText()))
                : Stream.empty();
        Stream<String> withheld = entry.withheld() ? Stream.of(words.of("withheld")) : Stream.empty();
        return Stream.of(result(entry, words).stream(), said, transfer, instead, withheld)
                .flatMap(its -> its)
                .collect(Collectors.joining("\n"));
    }

    /** What was found in the content; of what could not be scanned, why. */
    private static Optional<String> result(CustodyReport.Entry entry, ReportWords words) {
        String outcome = entry.payload().path("outcome").asText("");
        String reason = entry.payload().path("reason").asText("");
        String family = RESULTS.get(entry.type());
        return family == null || outcome.isEmpty()
                ? Optional.empty()
                : Optional.of(words.of(
                        "said.result",
                        words.find(family, entry.type().equals(SCANNED) && !reason.isEmpty() ? reason : outcome)));
    }

    /** Of a refusal its sentence stands in the journal in English, and its code is what other languages go by. */
    private static String value(CustodyReport.Entry entry, String name, ReportWords words) {
        String said = entry.payload().get(name).asText();
        return entry.outcome().equals("REFUSED") && name.equals("text")
                ? words.refusal(entry.payload().path("code").asText(), said)
                : words.find(name, said);
    }

    private static void chain(TaggedPdf pdf, CustodyReport report, ReportWords words) throws IOException {
        pdf.text("H2", words.of("chain"), 12);
        pdf.text("P", words.of("chain.explained", report.chain().kind()), TEXT);
        pdf.text("P", words.of("chain.before", report.chain().before()), TEXT);
        pdf.text(
                "P",
                words.of("chain.head", report.chain().head(), report.entries().size()),
                TEXT);
        if (report.next() != null) {
            pdf.text("P", words.of("goes-on", report.next()), TEXT);
        }
    }
}
