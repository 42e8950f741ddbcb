package lockstep.evidence;

import static lockstep.evidence.Looking.OPEN;
import static lockstep.evidence.Looking.PAGE;
import static lockstep.evidence.Looking.assertRefused;
import static lockstep.evidence.Looking.begun;
import static lockstep.evidence.Looking.held;
import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import lockstep.kit.testing.PostgresResource;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A spreadsheet is shown as the file stores it: what is hidden in it is shown and said, and nothing of it runs or costs more than a page may. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class SheetViewingTest {
    private static final String ONE_CELL = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>";

    @Test
    void each_sheet_is_shown_with_its_name_its_rows_and_what_is_hidden_in_it() {
        String look = begun(People.comAnalyst(), held(declarations(), Spreadsheet.TYPE, OPEN))
                .then()
                .statusCode(201)
                .body("viewer", equalTo("WORKBOOK"), "pages", equalTo(5), "written", nullValue())
                .extract()
                .path("id");
        page(look, 1)
                .body("sheet.n", equalTo(1), "sheet.more", equalTo(false), "text", nullValue())
                .body("sheet.sheets.name", contains("Declarations", "Orlan & Co", "Empty"))
                .body("sheet.sheets.hidden", contains(false, true, false))
                .body("sheet.sheets.page", contains(1, 4, 5))
                .body("head", contains("A", "C", "AB"), "rows.size()", equalTo(50))
                .body("sheet.hiddenHere", contains("C"), "sheet.hiddenColumns", contains("C–D", "XFD"))
                .body("sheet.numbers[0]", equalTo(1), "sheet.numbers[49]", equalTo(99))
                .body("sheet.hiddenRows", contains(3))
                .body("rows[0]", contains("Goods 1", "100", ""))
                .body("rows[1]", contains("Goods 3", "", "Li ⏎ Wei"));
        page(look, 3).body("rows.size()", equalTo(20), "sheet.numbers[19]", equalTo(239));
        page(look, 4)
                .body("sheet.n", equalTo(2), "sheet.sheets[1].hidden", equalTo(true))
                .body("rows[0]", contains("x".repeat(300) + "⟦… +700⟧", "⟦U+202E⟧gpj"));
        page(look, 5).body("sheet.n", equalTo(3), "rows", empty(), "head", empty());
        problem(People.comAnalyst().get(PAGE, look, 6), 404, "not-found");
    }

    @Test
    void a_cell_is_shown_by_the_value_that_is_stored_for_it() {
        String styles =
                "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy hh:mm\"/><numFmt numFmtId=\"165\""
                        + " formatCode=\"00000000\"/><numFmt numFmtId=\"166\" formatCode=\";;;\"/><numFmt numFmtId=\"167\""
                        + " formatCode=\"[h]:mm\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
                        + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
                        + "<xf numFmtId=\"166\"/><xf numFmtId=\"167\"/><xf numFmtId=\"9\"/><xf numFmtId=\"20\"/></cellXfs>";
        String cells =
                "<c s=\"1\"><v>46086</v></c><c s=\"2\"><v>46086.604166666664</v></c><c s=\"3\"><v>1012100</v></c>"
                        + "<c s=\"4\"><v>7</v></c><c s=\"5\"><v>1.5</v></c><c s=\"6\"><v>0.25</v></c>"
                        + "<c><v>8.5423190001E10</v></c><c><v>0.30000000000000004</v></c><c t=\"b\"><v>1</v></c>"
                        + "<c t=\"e\"><v>#REF!</v></c><c t=\"str\"><f>UPPER(\"ab\")</f><v>AB</v></c>"
                        + "<c><f>SUM(A1:A2)</f></c><c t=\"d\"><v>2026-03-05</v></c>"
                        + "<c t=\"inlineStr\"><is><r><t>Li </t></r>\n<r><t>Wei</t></r><rPh><t>reading</t></rPh></is></c>"
                        + "<c><v>1</v></c><c t=\"s\"><v>1</v></c><c s=\"7\"><v>0.5</v></c><c s=\"1\"><v>-4</v></c>";
        byte[] book = new Spreadsheet()
                .styles(styles)
                .sheet("Cells", "", "<sheetData><row>" + cells + "</row></sheetData>")
                .strings("<si><t>no</t></si><si><t xml:space=\"preserve\">a_x000A_b_x202e_</t></si>")
                .saved();
        String look =
                begun(People.comAnalyst(), held(book, Spreadsheet.TYPE, OPEN)).path("id");
        page(look, 1)
                .body(
                        "rows[0]",
                        contains(
                                "2026-03-05",
                                "2026-03-05T14:30",
                                "01012100",
                                "7",
                                "PT36H",
                                "0.25",
                                "85423190001",
                                "0.30000000000000004",
                                "TRUE",
                                "#REF!",
                                "AB",
                                "=SUM(A1:A2)",
                                "2026-03-05",
                                "Li Wei",
                                "1",
                                "a ⏎ b⟦U+202E⟧",
                                "12:00",
                                "-4"));
        byte[] mac = new Spreadsheet()
                .from1904()
                .styles(styles)
                .sheet("Mac", "", "<sheetData><row><c s=\"1\"><v>44624</v></c></row></sheetData>")
                .saved();
        String other =
                begun(People.comAnalyst(), held(mac, Spreadsheet.TYPE, OPEN)).path("id");
        page(other, 1).body("rows[0]", contains("2026-03-05"));
    }

    @Test
    void what_is_no_cell_is_said_to_be_there_and_nothing_of_it_is_followed() {
        byte[] macros = sheet(ONE_CELL)
                .part("xl/vbaProject.bin", "application/vnd.ms-office.vbaProject", "Sub Auto_Open()")
                .saved("application/vnd.ms-excel.sheet.macroEnabled.main+xml");
        byte[] notes = sheet(ONE_CELL)
                .part(
                        "xl/comments1.xml",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
                        "<comments/>")
                .saved();
        byte[] linked = sheet(ONE_CELL)
                .part(
                        "xl/externalLinks/externalLink1.xml",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml",
                        "<externalLink/>")
                .part(
                        "xl/externalLinks/_rels/externalLink1.xml.rels",
                        "application/vnd.openxmlformats-package.relationships+xml",
                        "<Relationships><Relationship Id=\"r\" Type=\"x/externalLinkPath\" TargetMode=\"External\""
                                + " Target=\"http://127.0.0.1:1/x\"/></Relationships>")
                .saved();
        for (byte[] book : List.of(macros, notes, linked)) {
            String look = begun(People.comAnalyst(), held(book, Spreadsheet.TYPE, OPEN))
                    .path("id");
            page(look, 1).body("sheet.more", equalTo(true), "rows[0]", contains("1"));
        }
    }

    @Test
    void a_spreadsheet_is_known_by_how_it_begins_and_another_zip_is_none() {
        held(declarations(), "application/pdf", OPEN);
        String look = begun(People.comAnalyst(), held(declarations(), "application/octet-stream", OPEN))
                .then()
                .statusCode(201)
                .body("viewer", equalTo("WORKBOOK"))
                .extract()
                .path("id");
        page(look, 1).body("sheet.n", equalTo(1));
        byte[] zip = "PK\u0003\u0004 and so on".getBytes(StandardCharsets.UTF_8);
        var exhibit = held(zip, Spreadsheet.TYPE, OPEN);
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}", exhibit)
                .then()
                .body("versions[0].warnings.reason", contains("media-type-mismatch"));
        problem(begun(People.comAnalyst(), exhibit), 409, "not-showable");
        assertRefused(
                sheet(ONE_CELL)
                        .saved("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
                Spreadsheet.TYPE,
                "not-showable");
    }

    @Test
    void an_encrypted_one_is_told_from_a_damaged_one() throws IOException {
        assertRefused(ole("EncryptedPackage"), Spreadsheet.TYPE, "shown-encrypted");
        assertRefused(ole("Workbook"), Spreadsheet.TYPE, "not-showable");
        byte[] whole = declarations();
        assertRefused(Arrays.copyOf(whole, whole.length / 2), Spreadsheet.TYPE, "not-showable");
        byte[] changed = sheet(ONE_CELL).saved();
        changed[crcOfLast(changed)] ^= 1;
        assertRefused(changed, Spreadsheet.TYPE, "not-showable");
        assertRefused(
                sheet("<sheetData><row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row></sheetData>")
                        .saved(),
                Spreadsheet.TYPE,
                "not-showable");
        assertRefused(
                sheet("<sheetData><row><c t=\"s\"><v>9</v></c></row></sheetData>")
                        .saved(),
                Spreadsheet.TYPE,
                "not-showable");
        assertRefused(new Spreadsheet().saved(), Spreadsheet.TYPE, "not-showable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"0123456789\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                "<!DOCTYPE x [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
            })
    void entities_are_never_expanded_nor_a_document_type_followed(String type) {
        String said = type.contains("ENTITY b") ? "&b;" : "b";
        assertRefused(
                new Spreadsheet()
                        .sheet(
                                "Entities",
                                "",
                                out -> out.write((type + Spreadsheet.opened()
                                                + "<row><c t=\"inlineStr\"><is><t>" + said + "</t></is></c></row>"
                                                + Spreadsheet.closed())
                                        .getBytes(StandardCharsets.UTF_8)))
                        .saved(),
                Spreadsheet.TYPE,
                "not-showable");
    }

    @Test
    void a_sheet_as_long_or_as_wide_as_can_be_shows_its_beginning_and_its_end() {
        byte[] rows = new Spreadsheet()
                .sheet(
                        "Long",
                        "",
                        Spreadsheet.repeated(
                                Spreadsheet.opened(), "<row><c><v>8542</v></c></row>", 1 << 20, Spreadsheet.closed()))
                .saved();
        String look = begun(People.comAnalyst(), held(rows, Spreadsheet.TYPE, OPEN))
                .then()
                .statusCode(201)
                .body("pages", equalTo(20_972))
                .extract()
                .path("id");
        page(look, 20_972).body("rows.size()", equalTo(26), "sheet.numbers[25]", equalTo(1 << 20));
        byte[] columns = new Spreadsheet()
                .sheet(
                        "Wide",
                        "",
                        Spreadsheet.repeated(
                                Spreadsheet.opened() + "<row>",
                                "<c><v>1</v></c>",
                                1_000_000,
                                "</row>" + Spreadsheet.closed()))
                .saved();
        String wide = begun(People.comAnalyst(), held(columns, Spreadsheet.TYPE, OPEN))
                .path("id");
        page(wide, 1).body("head.size()", equalTo(60), "rows[0][60]", equalTo("⟦… +999940⟧"));
    }

    @Test
    void what_unpacks_to_gigabytes_is_read_past_or_refused_and_never_held() {
        String cell = "<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>";
        byte[] strings = new Spreadsheet()
                .sheet("Strings", "", cell)
                .strings(Spreadsheet.repeated(
                        "<sst><si><t>first</t></si>", "<si><t>" + "x".repeat(1000) + "</t></si>", 1 << 20, "</sst>"))
                .saved();
        String look = begun(People.comAnalyst(), held(strings, Spreadsheet.TYPE, OPEN))
                .path("id");
        page(look, 1).body("rows[0]", contains("first"));
        byte[] one = new Spreadsheet()
                .sheet("One", "", cell)
                .strings(Spreadsheet.repeated("<sst><si><t>", "x".repeat(1024), 1 << 17, "</t></si></sst>"))
                .saved();
        String held =
                begun(People.comAnalyst(), held(one, Spreadsheet.TYPE, OPEN)).path("id");
        page(held, 1).body("rows[0]", contains("x".repeat(300) + "⟦… +" + ((1 << 27) - 300) + "⟧"));
        assertRefused(
                new Spreadsheet()
                        .sheet(
                                "Attribute",
                                "",
                                Spreadsheet.repeated(
                                        "<worksheet><sheetData><row r=\"",
                                        "1".repeat(1024),
                                        1 << 18,
                                        "\"/></sheetData></worksheet>"))
                        .saved(),
                Spreadsheet.TYPE,
                "shown-too-heavy");
        assertRefused(
                new Spreadsheet()
                        .sheet(
                                "Bomb",
                                "",
                                Spreadsheet.repeated(
                                        Spreadsheet.opened(),
                                        "<row><c/></row>".repeat(80),
                                        4L << 20,
                                        Spreadsheet.closed()))
                        .saved(),
                Spreadsheet.TYPE,
                "shown-too-heavy");
        Spreadsheet many = new Spreadsheet();
        for (int n = 0; n <= 1000; n++) {
            many.sheet("S" + n, "", "<sheetData/>");
        }
        assertRefused(many.saved(), Spreadsheet.TYPE, "shown-too-heavy");
    }

    private static ValidatableResponse page(String look, int n) {
        return People.comAnalyst().get(PAGE, look, n).then().statusCode(200);
    }

    private static Spreadsheet sheet(String inside) {
        return new Spreadsheet().sheet("Sheet", "", inside);
    }

    /** 120 rows on every other line of the first sheet, the second one hidden, the third one empty. */
    private static byte[] declarations() {
        StringBuilder rows = new StringBuilder();
        for (int n = 1; n <= 239; n += 2) {
            rows.append("<row r=\"" + n + "\"" + (n == 3 ? " hidden=\"1\"" : "") + "><c r=\"A" + n
                    + "\" t=\"inlineStr\"><is><t>Goods " + n + "</t></is></c>");
            rows.append(n == 3 ? "<c r=\"C3\" s=\"0\"/><c r=\"AB3\" t=\"s\"><v>1</v></c>" : "");
            rows.append(n == 3 ? "" : "<c r=\"C" + n + "\"><v>" + n * 100 + "</v></c>")
                    .append("</row>");
            rows.append("<row r=\"" + (n + 1) + "\" spans=\"1:3\"><c r=\"A" + (n + 1) + "\" s=\"0\"/></row>");
        }
        return new Spreadsheet()
                .sheet(
                        "Declarations",
                        "",
                        "<cols><col min=\"1\" max=\"2\" width=\"9\"/><col min=\"3\" max=\"3\" hidden=\"1\"/><col min=\"4\""
                                + " max=\"4\" width=\"0\"/><col min=\"16384\" max=\"16384\" hidden=\"true\"/></cols>"
                                + "<sheetData>" + rows + "</sheetData>")
                .sheet(
                        "Orlan &amp; Co",
                        "state=\"veryHidden\"",
                        "<sheetData><row r=\"7\"><c r=\"A7\" t=\"s\"><v>0</v></c><c r=\"B7\" t=\"s\"><v>2</v></c></row></sheetData>")
                .sheet("Empty", "", "<sheetData/>")
                .strings("<si><t>" + "x".repeat(1000) + "</t></si><si><t>Li\nWei</t></si><si><t>\u202Egpj</t></si>")
                .saved();
    }

    private static byte[] ole(String stream) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            ole.createDocument(new ByteArrayInputStream(new byte[5000]), stream);
            ole.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    /** Where the central directory, behind everything else, says the checksum of the last part. */
    private static int crcOfLast(byte[] zip) {
        int at = zip.length - 1;
        while (zip[at] != 'P' || zip[at + 1] != 'K' || zip[at + 2] != 1 || zip[at + 3] != 2) {
            at--;
        }
        return at + 16;
    }
}
