package lockstep.evidence;

import static lockstep.evidence.Exhibiting.TO_COUNCIL;
import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.release.ReleaseRefused;
import lockstep.kit.testing.PostgresResource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** The custody report: what it says to whom, how its entries hang together, and what its PDF tells a screen reader. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class ReportResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORT = "/api/v1/exhibits/{id}/custody-report";
    private static final String CONTENT = "/api/v1/exhibits/{id}/versions/1/content";

    @Test
    void the_originator_gets_all_and_a_report_that_was_made_is_an_entry_of_the_next() throws IOException {
        VersionRef held = read();
        JsonNode report = report(People.eeasAnalyst(), held);
        assertEquals(List.of("exhibit.registered", "exhibit.held", "exhibit.opened"), types(report));
        assertEquals("The vote", report.at("/entries/2/payload/purpose").asText());
        assertEquals("com-analyst", report.at("/entries/2/by/account").asText());
        assertEquals("ORIGINATOR", report.at("/reader/standing").asText());
        assertEquals("[\"OTHER_MARKINGS\"]", report.path("leftOut").toString());
        assertEquals("Registry extract", report.at("/exhibit/versions/0/title").asText());
        JsonNode later = report(People.eeasAnalyst(), held);
        assertEquals("exhibit.custody-exported", later.at("/entries/3/type").asText());
        assertEquals(report.at("/chain/head"), later.at("/entries/3/payload/head"));
        assertEquals(report.at("/chain/head"), later.at("/entries/2/head"), "a later report begins as this one");
    }

    @Test
    void a_participants_view_says_what_it_leaves_out_and_not_whether_there_is_any() throws IOException {
        VersionRef held = read();
        VersionRef unread = Exhibiting.held(Listing.caseOf("EU-EEAS", "EU-COM"), "unread", "marking", TO_COUNCIL);
        JsonNode report = report(People.comAnalyst(), held);
        assertEquals(List.of("exhibit.registered", "exhibit.held"), types(report));
        assertEquals(
                "[\"READINGS\",\"TRANSFERS\",\"RELEASES\",\"OTHER_MARKINGS\"]",
                report.path("leftOut").toString());
        assertEquals(report.path("leftOut"), report(People.comAnalyst(), unread).path("leftOut"));
        problem(People.bisAnalyst().get(REPORT, held.exhibitId()), 404, "not-found");
        problem(People.bisAnalyst().get(REPORT + ".pdf", held.exhibitId()), 404, "not-found");
        problem(People.administrator().get(REPORT, held.exhibitId()), 403, "not-permitted");
    }

    @Test
    void an_auditor_gets_every_entry_without_the_words_and_the_same_chain() throws IOException {
        VersionRef held = read();
        UUID appointment = Listing.auditor("eu-auditor", List.of("EU-EEAS"), List.of());
        JsonNode whole = report(People.eeasAnalyst(), held);
        JsonNode audited = report(People.auditor(), held);
        assertEquals("AUDITOR", audited.at("/reader/standing").asText());
        assertTrue(audited.at("/entries/2/payload/purpose").isMissingNode());
        assertTrue(audited.at("/entries/2/salt").isNull());
        assertEquals(0, audited.at("/exhibit/versions").size());
        assertEquals(whole.at("/entries/2/head"), audited.at("/entries/2/head"));
        Listing.auditorEnded(appointment);
        People.listingService().post("/internal/feed/pull");
    }

    @Test
    void anybody_can_compute_the_chain_from_the_report_alone() throws Exception {
        JsonNode report = report(People.eeasAnalyst(), read());
        ObjectNode start = JSON.createObjectNode()
                .put("chain", report.at("/chain/kind").asText())
                .put("exhibitId", report.at("/exhibit/id").asText());
        byte[] head = sha256(canonical(start));
        assertEquals(report.at("/chain/before").asText(), hex(head));
        for (JsonNode entry : report.path("entries")) {
            byte[] payload = sha256(hex(entry.path("salt").asText()), sha256(canonical(entry.path("payload"))));
            assertEquals(entry.path("payloadDigest").asText(), hex(payload));
            ObjectNode hashed = JSON.createObjectNode()
                    .put("payload", hex(payload))
                    .put("by", entry.at("/by/sub").asText());
            for (String name : List.of("eventId", "type", "at", "agency", "outcome", "version")) {
                hashed.set(name, entry.get(name));
            }
            head = sha256(head, sha256(canonical(hashed)));
            assertEquals(entry.path("head").asText(), hex(head));
        }
        assertEquals(report.at("/chain/head").asText(), hex(head));
    }

    @Test
    void a_long_custody_goes_on_in_another_report_with_the_head_of_the_one_before() throws IOException {
        VersionRef held = Exhibiting.held(Listing.caseOf("EU-EEAS"), "opened a thousand times");
        for (int n = 0; n < 1001; n++) {
            People.eeasAnalyst().get(CONTENT, held.exhibitId()).then().statusCode(200);
        }
        JsonNode first = report(People.eeasAnalyst(), held);
        assertEquals(1000, first.path("entries").size());
        JsonNode second = report(
                People.eeasAnalyst().queryParam("after", first.path("next").asText()), held);
        assertEquals(first.at("/chain/head"), second.at("/chain/before"));
        assertEquals(4, second.path("entries").size());
        assertTrue(second.path("next").isNull());
        problem(
                People.eeasAnalyst().queryParam("after", UUID.randomUUID()).get(REPORT, held.exhibitId()),
                404,
                "not-found");
    }

    @Test
    void the_pdf_tells_its_language_title_and_structure() throws IOException {
        VersionRef held = read();
        for (String language : List.of("en", "fr")) {
            byte[] bytes = People.eeasAnalyst()
                    .queryParam("language", language)
                    .get(REPORT + ".pdf", held.exhibitId())
                    .then()
                    .statusCode(200)
                    .contentType("application/pdf")
                    .extract()
                    .asByteArray();
            try (PDDocument pdf = Loader.loadPDF(bytes)) {
                var catalog = pdf.getDocumentCatalog();
                assertEquals(language, catalog.getLanguage());
                assertTrue(catalog.getMarkInfo().isMarked());
                assertTrue(catalog.getViewerPreferences().displayDocTitle());
                assertTrue(pdf.getDocumentInformation()
                        .getTitle()
                        .contains(held.exhibitId().toString()));
                assertNotNull(catalog.getMetadata());
                assertNotNull(catalog.getStructureTreeRoot().getParentTree());
                Map<String, List<PDStructureElement>> parts = byType(catalog.getStructureTreeRoot());
                assertEquals(1, parts.get("H1").size());
                assertEquals(1, parts.get("Table").size());
                List<PDStructureElement> headings = parts.get("TH");
                assertEquals(
                        5,
                        headings.stream()
                                .filter(one -> "Column".equals(scope(one)))
                                .count());
                assertTrue(headings.stream()
                        .allMatch(one -> List.of("Column", "Row").contains(scope(one))));
                assertEquals(headings.size() - 5, parts.get("TR").size() - 1, "a heading for each row");
                assertEquals(4 * (parts.get("TR").size() - 1), parts.get("TD").size());
                String read = text(pdf);
                assertTrue(read.contains("The vote"), read);
                assertTrue(read.contains("com-analyst"), read);
                assertTrue(read.contains("fr".equals(language) ? "Téléchargée" : "Downloaded"), read);
                embedded(pdf);
            }
        }
        assertEquals(
                2,
                types(report(People.eeasAnalyst(), held)).stream()
                        .filter("exhibit.custody-exported"::equals)
                        .count());
    }

    @Test
    void a_decision_on_several_is_told_of_each_as_it_was_taken_on_it() throws IOException {
        UUID caseId = Listing.caseOf("EU-EEAS", "US-BIS");
        VersionRef yes = Exhibiting.held(caseId, "granted");
        VersionRef no = Exhibiting.held(caseId, "refused");
        String id = Releasing.asked(
                People.eeasAnalyst(), caseId, "SHARE", Map.of("kind", "AGENCY", "name", "US-BIS"), yes, no);
        Releasing.approve(id, Map.of(), yes).statusCode(200).body("status", equalTo("PARTIAL"));
        for (Map.Entry<String, List<String>> words : Map.of(
                        "en", List.of("Release granted", "Release denied"),
                        "fr", List.of("Diffusion accordée", "Diffusion refusée"))
                .entrySet()) {
            String granted = printed(yes, words.getKey());
            String refused = printed(no, words.getKey());
            assertTrue(granted.contains(words.getValue().get(0)), granted);
            assertTrue(refused.contains(words.getValue().get(1)), refused);
            assertFalse(refused.contains(words.getValue().get(0)), refused);
        }
    }

    private static String printed(VersionRef of, String language) throws IOException {
        byte[] bytes = People.eeasAnalyst()
                .queryParam("language", language)
                .get(REPORT + ".pdf", of.exhibitId())
                .asByteArray();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return text(pdf);
        }
    }

    @Test
    void both_languages_have_the_same_words() throws IOException {
        Properties english = words("");
        Properties french = words("_fr");
        french.keySet().removeIf(key -> key.toString().startsWith("refusal."));
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(french.keySet()));
    }

    @Test
    void why_something_was_refused_is_said_in_the_reports_language() throws IOException {
        VersionRef held = Exhibiting.held(Listing.caseOf("EU-EEAS", "EU-COM"), "not theirs", "marking", TO_COUNCIL);
        problem(
                People.comAnalyst()
                        .contentType("application/json")
                        .body(Map.of("reason", "Ours now"))
                        .post("/api/v1/exhibits/{id}/withdraw", held.exhibitId()),
                403,
                "not-permitted");
        String sentence = new ExhibitRefused(ExhibitRefused.Reason.NOT_PERMITTED).getMessage();
        assertTrue(flat(printed(held, "en")).contains(flat("Reason: " + sentence)));
        String french = flat(printed(held, "fr"));
        assertTrue(french.contains(flat("Motif : " + words("_fr").getProperty("refusal.not-permitted"))), french);
        assertFalse(french.contains(flat(sentence)), french);
    }

    @Test
    void every_reason_of_a_refusal_has_its_french_words() throws IOException {
        Properties french = words("_fr");
        List<String> without = Stream.concat(
                        Stream.of(ExhibitRefused.Reason.values()).map(ExhibitRefused.Reason::kebab),
                        Stream.of(ReleaseRefused.Reason.values()).map(ReleaseRefused.Reason::kebab))
                .filter(code -> !french.containsKey("refusal." + code))
                .toList();
        assertEquals(List.of(), without);
    }

    /** Without the ends of lines, which stand where a column is full. */
    private static String flat(String printed) {
        return printed.replaceAll("\\s+", "");
    }

    /** An exhibit that somebody of another agency has opened. */
    private static VersionRef read() {
        VersionRef held = Exhibiting.held(Listing.caseOf("EU-EEAS", "EU-COM"), "read", "marking", TO_COUNCIL);
        People.comAnalyst()
                .queryParam("purpose", "The vote")
                .get(CONTENT, held.exhibitId())
                .then()
                .statusCode(200);
        return held;
    }

    private static JsonNode report(RequestSpecification by, VersionRef of) throws IOException {
        return JSON.readTree(
                by.get(REPORT, of.exhibitId()).then().statusCode(200).extract().asByteArray());
    }

    private static List<String> types(JsonNode report) {
        return StreamSupport.stream(report.path("entries").spliterator(), false)
                .map(entry -> entry.path("type").asText())
                .toList();
    }

    private static Map<String, List<PDStructureElement>> byType(PDStructureNode node) {
        Map<String, List<PDStructureElement>> parts = new java.util.HashMap<>();
        gather(node, parts);
        return parts;
    }

    private static void gather(PDStructureNode node, Map<String, List<PDStructureElement>> parts) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                parts.computeIfAbsent(element.getStructureType(), type -> new ArrayList<>())
                        .add(element);
                gather(element, parts);
            }
        }
    }

    private static String scope(PDStructureElement heading) {
        return ((PDTableAttributeObject) heading.getAttributes().getObject(0)).getScope();
    }

    /** As a screen reader goes: from the structure to the marked content, in the structure's order. */
    private static String text(PDDocument pdf) throws IOException {
        Map<String, String> marked = new java.util.HashMap<>();
        for (int n = 0; n < pdf.getNumberOfPages(); n++) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(pdf.getPage(n));
            int page = n;
            extractor.getMarkedContents().forEach(content -> {
                StringBuilder text = new StringBuilder();
                content.getContents().forEach(letter -> text.append(letter));
                marked.put(page + "/" + content.getMCID(), text.toString());
            });
        }
        StringBuilder read = new StringBuilder();
        read(pdf, pdf.getDocumentCatalog().getStructureTreeRoot(), marked, read);
        return read.toString();
    }

    private static void read(PDDocument pdf, PDStructureNode node, Map<String, String> marked, StringBuilder read) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                read(pdf, element, marked, read);
                read.append('\n');
            } else if (kid instanceof PDMarkedContentReference reference) {
                String text = marked.get(pdf.getPages().indexOf(reference.getPage()) + "/" + reference.getMCID());
                assertNotNull(text, "what the structure names is on its page");
                read.append(text);
            }
        }
    }

    private static void embedded(PDDocument pdf) throws IOException {
        for (var page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                assertTrue(page.getResources().getFont(name).isEmbedded());
            }
        }
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (var file = ReportResourceTest.class.getResourceAsStream("/custody-report" + language + ".properties")) {
            words.load(new java.io.InputStreamReader(file, java.nio.charset.StandardCharsets.UTF_8));
        }
        return words;
    }

    private static byte[] canonical(JsonNode node) throws IOException {
        return new JsonCanonicalizer(node.toString()).getEncodedUTF8();
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
