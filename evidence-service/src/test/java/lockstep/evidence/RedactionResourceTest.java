package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static lockstep.evidence.Releasing.approve;
import static lockstep.evidence.Releasing.asked;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.PostgresResource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;

/** A redacted copy tells nothing of what it stands for, and doesn't go out while what was removed is still in it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class RedactionResourceTest {
    private static final Map<String, Object> COUNCIL = Map.of("level", "EU:LIMITE", "relTo", List.of("EU-COUNCIL"));
    private static final String PDF = "application/pdf";
    private static final String SECRET = "Ivan Petrovich Sidorov";

    @Test
    void whoever_sees_the_copy_alone_finds_no_trace_of_what_it_stands_for() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef whole = Exhibiting.held(caseId, "with " + SECRET, "title", "Statement of " + SECRET);
        UUID copy = brought(whole, Map.of("marking", COUNCIL));
        Exhibiting.filled(People.eeasAnalyst(), copy, 1, "with a witness");
        String view = People.comAnalyst()
                .get("/api/v1/exhibits/{id}", copy)
                .then()
                .statusCode(200)
                .body("title", equalTo("Statement of a witness"))
                .body("versions[0].sourceType", equalTo("CORPORATE_REGISTRY"))
                .body("versions[0].sourceUrl", nullValue())
                .extract()
                .asString();
        String history = People.comAnalyst()
                .get("/api/v1/exhibits/{id}/history", copy)
                .then()
                .body("items.type", contains("exhibit.registered", "exhibit.held"))
                .extract()
                .asString();
        String pair = People.comAnalyst()
                .get("/api/v1/exhibits/{id}/redactions", copy)
                .then()
                .statusCode(200)
                .body("copies", empty(), "of", nullValue(), "bring.allowed", equalTo(false))
                .extract()
                .asString();
        for (String told : List.of(view, history, pair)) {
            assertFalse(
                    told.contains("Sidorov") || told.contains(whole.exhibitId().toString()), told);
        }
        problem(People.comAnalyst().get("/api/v1/exhibits/{id}/redactions", whole.exhibitId()), 404, "not-found");
        problem(checked(People.comAnalyst(), copy), 404, "not-found");
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/redactions", copy)
                .then()
                .body("of.of.exhibitId", equalTo(whole.exhibitId().toString()))
                .body("of.ofTitle", equalTo("Statement of " + SECRET), "of.madeBy", equalTo("eeas-analyst"));
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/redactions", whole.exhibitId())
                .then()
                .body("copies.copy.exhibitId", contains(copy.toString()), "copies[0].passages", contains(SECRET))
                .body("copies[0].check", nullValue(), "bring.allowed", equalTo(true));
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", whole.exhibitId())
                .then()
                .body("items.type", hasItem("exhibit.redacted"));
    }

    @Test
    void a_protected_source_is_protected_in_the_copy_too_under_another_name() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef whole = Exhibiting.held(caseId, "with " + SECRET);
        Sources.sealed(whole, SECRET);
        String pseudonym = People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/source", whole.exhibitId())
                .path("pseudonym");
        UUID copy = brought(whole, Map.of("marking", COUNCIL));
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}", copy)
                .then()
                .body("versions[0].sourceProtected", equalTo(true), "versions[0].sourceType", nullValue());
        People.comAnalyst().get("/api/v1/exhibits/{id}/source", copy).then().body("pseudonym", not(equalTo(pseudonym)));
    }

    @Test
    void a_pair_is_told_to_another_agency_that_sees_both() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef whole = Exhibiting.held(caseId, "with " + SECRET, "marking", COUNCIL);
        UUID copy = brought(whole, Map.of());
        Exhibiting.filled(People.eeasAnalyst(), copy, 1, "with a witness");
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}/redactions", whole.exhibitId())
                .then()
                .body("copies.copy.exhibitId", contains(copy.toString()), "copies[0].madeBy", nullValue());
        problem(checked(People.comAnalyst(), copy), 403, "not-keeping");
        problem(bring(People.comAnalyst(), whole, Map.of()), 403, "not-permitted");
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}/history", whole.exhibitId())
                .then()
                .body("items.type", not(hasItem("exhibit.redacted")));
    }

    @Test
    void what_is_left_in_a_copy_is_found_wherever_it_is_left() throws IOException {
        found(covered(SECRET), "application/pdf", "LEFT");
        found(covered("Ivan PETROVICH"), "application/pdf", "GONE");
        found(noted(), "application/pdf", "LEFT");
        found(named(), "application/pdf", "LEFT");
        found(appended(), "application/pdf", "EARLIER_STATES");
        found(drawn(), "application/pdf", "NO_TEXT");
        found("%PDF-1.4 and no more".getBytes(StandardCharsets.US_ASCII), "application/pdf", "UNREADABLE");
        found(picture(), "image/png", "NO_TEXT");
        found("of ivan\npetrovich\tSIDOROV".getBytes(StandardCharsets.UTF_8), "text/plain", "LEFT");
        found(("of " + SECRET).getBytes(StandardCharsets.UTF_16LE), "text/plain", "LEFT");
        found("of a witness".getBytes(StandardCharsets.UTF_8), "text/csv", "GONE");
        found("PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1), "application/zip", "UNREADABLE");
        found(attached(("of " + SECRET).getBytes(StandardCharsets.UTF_8)), "application/pdf", "LEFT");
        found(
                attached("PK\u0003\u0004\u00ff\u0080 packed".getBytes(StandardCharsets.ISO_8859_1)),
                "application/pdf",
                "UNREADABLE");
    }

    @Test
    void what_is_left_in_a_spreadsheet_is_found_wherever_it_is_left() throws IOException {
        String cell = "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row></sheetData>";
        String strings = "<si><r><t>Ivan </t></r><r><t>Petro</t></r><r><t>vich</t></r></si><si><t>Heard</t></si>";
        found(book(cell, strings), "GONE");
        found(book(cell, strings.replace("vich</t>", "vich Sido_x0072_ov</t>")), "LEFT");
        found(book(cell, strings.replace("Heard", "SIDOROV")), "LEFT");
        found(book(cell, strings.replace("Heard", "of</t></si><si><t>" + SECRET)), "LEFT");
        found(book(cell + "<!-- " + SECRET + " -->", strings), "LEFT");
        found(book(cell.replace("<v>0</v>", "<f>LEN(\"" + SECRET + "\")</f><v>0</v>"), strings), "LEFT");
        found(with(part("docProps/core.xml", "core-properties+xml", "<c creator=\"" + SECRET + "\"/>")), "LEFT");
        found(with(part("xl/comments1.xml", "comments+xml", "<t>Ivan <b/>Petrovich Sidorov</t>")), "LEFT");
        found(with(part("xl/printerSettings1.bin", "printerSettings", "\0" + SECRET)), "LEFT");
        found(
                new Spreadsheet()
                        .sheet(SECRET, "state=\"veryHidden\"", "<sheetData/>")
                        .saved(),
                "LEFT");
        found(with(part("xl/embeddings/statement.docx", "wordprocessingml.document", "PK packed")), "UNREADABLE");
        found(with(part("xl/vbaProject.bin", "vbaProject", "packed")), "UNREADABLE");
        found(with(part("docProps/thumbnail.png", "image/png", "\u0089PNG\r\n\u001a\n")), "UNREADABLE");
        found(Arrays.copyOf(book(cell, strings), 900), "UNREADABLE");
        found(
                unlisted(with(part("xl/old.xml", "worksheet+xml", "<t>" + "Earlier ".repeat(9) + "</t>"))),
                "EARLIER_STATES");
        Spreadsheet pictured = new Spreadsheet().sheet("One", "", "<sheetData/>");
        found(
                pictured.part("xl/media/a.png", "image/png", out -> out.write(picture()))
                        .saved(),
                "NO_TEXT");
        byte[] worded = chunked("tEXt", "Comment\0of " + SECRET);
        found(
                new Spreadsheet()
                        .sheet("One", "", "<sheetData/>")
                        .part("xl/media/b.png", "image/png", out -> out.write(worded))
                        .saved(),
                "UNREADABLE");
    }

    private static void found(byte[] book, String outcome) {
        found(book, Spreadsheet.TYPE, outcome);
    }

    private static byte[] book(String inside, String strings) {
        return new Spreadsheet().sheet("Heard", "", inside).strings(strings).saved();
    }

    private record Beside(String name, String type, String content) {}

    private static Beside part(String name, String type, String content) {
        return new Beside(name, type, content);
    }

    private static byte[] with(Beside its) {
        return new Spreadsheet()
                .sheet("One", "", "<sheetData/>")
                .part(its.name(), its.type(), out -> out.write(its.content().getBytes(StandardCharsets.ISO_8859_1)))
                .saved();
    }

    /** The last part still lies in it, but the directory has forgotten it. */
    private static byte[] unlisted(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - 22;
        int last = end;
        while (bytes.getInt(last) != 0x02014B50) {
            last--;
        }
        bytes.putShort(end + 8, (short) (bytes.getShort(end + 8) - 1));
        bytes.putShort(end + 10, (short) (bytes.getShort(end + 10) - 1));
        bytes.putInt(end + 12, bytes.getInt(end + 12) - (end - last));
        return ByteBuffer.allocate(last + 22)
                .put(zip, 0, last)
                .put(zip, end, 22)
                .array();
    }

    private static void found(byte[] content, String type, String outcome) {
        VersionRef whole = Exhibiting.held(Listing.caseOf("EU-EEAS"), "with " + SECRET);
        UUID copy = brought(whole, Map.of("mediaType", type));
        filled(copy, content);
        checked(People.eeasAnalyst(), copy)
                .then()
                .statusCode(200)
                .body("outcome", equalTo(outcome), "left", outcome.equals("LEFT") ? contains(SECRET) : empty());
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/redactions", copy)
                .then()
                .body("of.check.outcome", equalTo(outcome))
                .body("of.fit", equalTo(List.of("GONE", "NO_TEXT").contains(outcome)));
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", copy)
                .then()
                .body("items.type", hasItems("exhibit.redaction-checked"));
    }

    @Test
    void a_copy_goes_out_once_it_was_looked_through_and_nothing_is_left() throws IOException {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef whole = Exhibiting.held(caseId, "with " + SECRET);
        VersionRef other = Exhibiting.held(caseId, "another one");
        Listing.parties(UUID.randomUUID(), caseId, List.of("FR-REP"), whole, other);
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        UUID bad = brought(whole, Map.of("mediaType", "application/pdf"));
        filled(bad, covered(SECRET));
        String id = asked(People.frenchVoter(), caseId, "SHARE", Releasing.TO_FRANCE, whole, other);
        problem(approve(id, instead(whole, bad), whole), 409, "copy-not-checked");
        checked(People.eeasAnalyst(), bad).then().statusCode(200);
        problem(approve(id, instead(whole, bad), whole), 409, "copy-not-fit");
        UUID good = brought(whole, Map.of("mediaType", "application/pdf"));
        filled(good, covered("a witness"));
        checked(Releasing.officer(), good).then().statusCode(200).body("outcome", equalTo("GONE"));
        problem(approve(id, instead(other, good), other), 422, "invalid-input");
        approve(id, instead(whole, good), whole).statusCode(200);
        People.frenchVoter().get("/api/v1/exhibits/{id}", good).then().statusCode(200);
        People.frenchVoter()
                .get("/api/v1/exhibits/{id}/redactions", good)
                .then()
                .statusCode(200)
                .body("of", nullValue());
        problem(People.frenchVoter().get("/api/v1/exhibits/{id}", whole.exhibitId()), 404, "not-found");
    }

    @Test
    void a_pdf_is_looked_through_to_its_last_byte() throws IOException {
        byte[] bare = covered("a witness");
        found(joined(bare, "% of " + SECRET), PDF, "UNREADABLE");
        found(joined(bare, " and a word"), PDF, "UNREADABLE");
        found(joined(bare, "\r\n\0 "), PDF, "GONE");
        found(joined(("of " + SECRET + "\n").getBytes(StandardCharsets.UTF_8), bare), PDF, "UNREADABLE");
        found(joined("\n".getBytes(StandardCharsets.UTF_8), bare), PDF, "UNREADABLE");
        found(before("startxref", "% of " + SECRET + "\n", bare), PDF, "LEFT");
        found(before("startxref", "% of a witness\n", bare), PDF, "GONE");
        found(before("startxref", "of a witness\n", bare), PDF, "UNREADABLE");
        found(before("startxref", "99 0 obj (a witness) endobj\n", bare), PDF, "EARLIER_STATES");
        found(before("startxref", "99 0 obj (Ivan\\040Petrovich Sid\\157rov) endobj\n", bare), PDF, "LEFT");
        found(before("startxref", "99 0 obj <4976616E506574726F76696368205369646F726F76> endobj\n", bare), PDF, "LEFT");
        found(before("endstream", "of " + SECRET, bare), PDF, "LEFT");
        for (CompressParameters packed : List.of(CompressParameters.NO_COMPRESSION, new CompressParameters())) {
            found(inCatalog(COSName.getPDFName("Ivan Petrovich Sidorov"), COSName.A, packed), PDF, "LEFT");
            found(inCatalog(COSName.A, COSName.getPDFName(SECRET), packed), PDF, "LEFT");
            found(inCatalog(COSName.A, COSName.getPDFName("a witness"), packed), PDF, "GONE");
        }
        found(attached("of Ivan <b>P</b>etrovich Sidorov".getBytes(StandardCharsets.UTF_8)), PDF, "UNREADABLE");
    }

    @Test
    void what_a_pdf_is_written_in_is_not_taken_for_a_passage() throws IOException {
        VersionRef whole = Exhibiting.held(Listing.caseOf("EU-EEAS"), "of Parent");
        UUID copy = brought(whole, Map.of("mediaType", PDF, "passages", List.of("Parent", "Pages", "Length")));
        filled(copy, covered("a witness"));
        checked(People.eeasAnalyst(), copy).then().body("outcome", equalTo("GONE"));
        UUID numbered = brought(whole, Map.of("mediaType", PDF, "passages", List.of("4471182")));
        filled(numbered, before("startxref", "99 0 obj 4471182 endobj\n", covered("a witness")));
        checked(People.eeasAnalyst(), numbered).then().body("outcome", equalTo("LEFT"));
    }

    @Test
    void text_that_writes_letters_in_a_way_of_its_own_is_not_let_out() {
        for (String type : List.of(
                "text/html",
                "application/xml",
                "image/svg+xml",
                "message/rfc822",
                "application/json",
                "text/rtf",
                "text/markdown")) {
            found("of a witness".getBytes(StandardCharsets.UTF_8), type, "UNREADABLE");
        }
        byte[] tagged = "of Ivan <b>P</b>etrovich Sidorov".getBytes(StandardCharsets.UTF_8);
        found(tagged, "text/plain", "UNREADABLE");
        found(tagged, "text/csv", "UNREADABLE");
        found("of Ivаn Pеtrоvich Sidоrоv".getBytes(StandardCharsets.UTF_8), "text/plain", "LEFT");
        found("of Ιvan Ρetrovich Sidοrοv".getBytes(StandardCharsets.UTF_8), "text/plain", "LEFT");
    }

    @Test
    void a_picture_is_let_out_as_nothing_but_drawn() throws IOException {
        found(picture("jpeg"), "image/jpeg", "NO_TEXT");
        found(chunked("tEXt", "Comment\0of " + SECRET), "image/png", "UNREADABLE");
        found(joined(picture(), SECRET), "image/png", "UNREADABLE");
        found(picture("gif"), "image/gif", "UNREADABLE");
    }

    private static byte[] joined(byte[] one, String other) {
        return joined(one, other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return Pixels.inserted(one, one.length, other);
    }

    /** Before the last time that a word stands in it. */
    private static byte[] before(String word, String some, byte[] pdf) {
        int at = new String(pdf, StandardCharsets.ISO_8859_1).lastIndexOf(word);
        return Pixels.inserted(pdf, at, some.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] inCatalog(COSName name, COSName value, CompressParameters packed) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            write(pdf, "Heard: a witness");
            pdf.getDocumentCatalog().getCOSObject().setItem(name, value);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes, packed);
            return bytes.toByteArray();
        }
    }

    private static byte[] chunked(String type, String said) throws IOException {
        return Pixels.chunked(picture(), type, said.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_is_wrong_with_a_copy_is_said_and_nothing_is_made() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef whole = Exhibiting.held(caseId, "whole");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("title", ""),
                Map.of("removed", " "),
                Map.of("reason", ""),
                Map.of("mediaType", "pdf"),
                Map.of("passages", List.of("x")),
                Map.of("passages", List.of("— !")),
                Map.of("marking", Map.of("level", "EU:NONE")))) {
            problem(bring(People.eeasAnalyst(), whole, wrong), 422, "invalid-input");
        }
        UUID empty = Exhibiting.registered(People.eeasAnalyst(), caseId);
        problem(bring(People.eeasAnalyst(), new VersionRef(empty, 1), Map.of()), 409, "awaiting-content");
        problem(bring(People.eeasAnalyst(), new VersionRef(whole.exhibitId(), 2), Map.of()), 404, "not-found");
        problem(checked(People.eeasAnalyst(), whole.exhibitId()), 404, "not-found");
        UUID copy = brought(whole, Map.of());
        problem(checked(People.eeasAnalyst(), copy), 409, "awaiting-content");
    }

    private static Map<String, Object> instead(VersionRef of, UUID copy) {
        return Map.of(
                "redactedCopies",
                List.of(Map.of("exhibitId", of.exhibitId(), "version", 1, "copy", new VersionRef(copy, 1))));
    }

    private static UUID brought(VersionRef of, Map<String, Object> changes) {
        return UUID.fromString(bring(People.eeasAnalyst(), of, changes)
                .then()
                .statusCode(201)
                .body("state", equalTo("AWAITING_CONTENT"))
                .extract()
                .path("id"));
    }

    private static Response bring(RequestSpecification by, VersionRef of, Map<String, Object> changes) {
        Map<String, Object> said = new HashMap<>(Map.of(
                "title", "Statement of a witness",
                "mediaType", "text/plain",
                "removed", "The witness's name",
                "reason", "The witness is in danger",
                "passages", List.of(SECRET)));
        said.putAll(changes);
        return by.contentType(ContentType.JSON)
                .body(said)
                .post("/api/v1/exhibits/{id}/versions/{v}/redacted-copies", of.exhibitId(), of.version());
    }

    private static Response checked(RequestSpecification by, UUID copy) {
        return by.post("/api/v1/exhibits/{id}/versions/1/redaction-check", copy);
    }

    private static void filled(UUID copy, byte[] content) {
        People.eeasAnalyst()
                .contentType("application/octet-stream")
                .body(content)
                .put("/api/v1/exhibits/{id}/versions/1/content", copy)
                .then()
                .statusCode(200);
    }

    /** Text with a black bar over it, as many a redaction that was none. */
    private static byte[] covered(String text) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            write(pdf, "Heard: " + text);
            return saved(pdf);
        }
    }

    private static byte[] noted() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            write(pdf, "Heard: a witness");
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("was: " + SECRET);
            pdf.getPage(0).getAnnotations().add(note);
            return saved(pdf);
        }
    }

    private static byte[] named() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            write(pdf, "Heard: a witness");
            pdf.getDocumentInformation().setSubject("Hearing of " + SECRET);
            return saved(pdf);
        }
    }

    private static byte[] appended() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(covered("a witness"))) {
            pdf.getDocumentInformation().setTitle("Later");
            pdf.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] attached(byte[] file) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            write(pdf, "Heard: a witness");
            PDComplexFileSpecification its = new PDComplexFileSpecification();
            its.setFile("statement");
            its.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(file)));
            PDAnnotationFileAttachment pin = new PDAnnotationFileAttachment();
            pin.setFile(its);
            pdf.getPage(0).getAnnotations().add(pin);
            return saved(pdf);
        }
    }

    private static byte[] drawn() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.addRect(10, 10, 100, 100);
                content.fill();
            }
            return saved(pdf);
        }
    }

    private static void write(PDDocument pdf, String text) throws IOException {
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
            content.newLineAtOffset(100, 600);
            content.showText(text);
            content.endText();
            content.addRect(90, 590, 400, 30);
            content.fill();
        }
    }

    private static byte[] picture() throws IOException {
        return picture("png");
    }

    private static byte[] picture(String form) throws IOException {
        return Pixels.drawn(form);
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }
}
