package lockstep.e2e.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import lockstep.e2e.client.Json;
import lockstep.e2e.source.SourceRow;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final SourceRow ROW = new SourceRow(
            "7",
            LocalDate.of(2026, 2, 3),
            "3.2.2026",
            "JSC Velkatron",
            List.of("АО «Велькатрон»", "AO Velkatron"),
            List.of("0099010010 (Tax ID/INN)"),
            List.of("Varetsk, Russian Federation"),
            List.of("\u202d+ 7 999"),
            List.of(),
            List.of(),
            "");

    private static JsonNode listing(String name, String localName, String address, String date) {
        String text =
                "7. %s\nLocal name: %s\nA.k.a.: AO Velkatron\nAddress: %s\nRegistration number: 0099010010 (Tax ID/INN)\n"
                                .formatted(name, localName, address)
                        + "Telephone: + 7 999\nDate of listing: " + date + "\n";
        return Json.parse(Json.text(Json.object(
                "listedDate",
                "2026-02-03",
                "outputs",
                List.of(Json.object(
                        "format",
                        "OJ_ANNEX_IV_ROW",
                        "text",
                        text,
                        "parts",
                        Json.object(
                                "number",
                                "7",
                                "name",
                                name,
                                "localNames",
                                List.of(localName),
                                "aliases",
                                List.of("AO Velkatron"),
                                "identifyingInformation",
                                List.of(
                                        line("ADDRESS", address),
                                        line("REGISTRATION_NUMBER", "0099010010 (Tax ID/INN)"),
                                        line("TELEPHONE", "+ 7 999")),
                                "dateOfListing",
                                date))))));
    }

    private static Object line(String label, String value) {
        return Json.object("label", label, "values", List.of(value));
    }

    @Test
    void the_same_words_are_no_difference() {
        assertEquals(
                List.of(),
                Comparison.of(
                        ROW, listing("JSC Velkatron", "АО «Велькатрон»", "Varetsk, Russian Federation", "3.2.2026")));
    }

    @Test
    void each_changed_value_is_named() {
        List<String> found = Comparison.of(
                ROW, listing("JSC VELKATRON", "АО «Велкатрон»", "Varetsk,  Russian Federation", "03.02.2026"));
        for (String what : List.of("name:", "local names:", "addresses:", "date:")) {
            assertTrue(found.stream().anyMatch(line -> line.startsWith(what)), what + " " + found);
        }
    }

    @Test
    void a_listing_without_a_row_is_a_difference() {
        assertEquals(1, Comparison.of(ROW, Json.parse("{\"outputs\":[]}")).size());
    }

    private static final SourceRow BANK = new SourceRow(
            "XLV.A",
            "",
            3,
            LocalDate.of(2026, 2, 3),
            "23.2.2026",
            "Velkatron Bank",
            List.of("Велькатрон Банк"),
            List.of(),
            List.of("QQQQKG22"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "");

    private static JsonNode bank(String name, String date) {
        return Json.parse(Json.text(Json.object(
                "listedDate",
                "2026-02-03",
                "outputs",
                List.of(Json.object(
                        "format",
                        "OJ_ANNEX_XLV_ROW",
                        "text",
                        "Part: A\nNumber: 3\nName: " + name
                                + "\nLocal name: Велькатрон Банк\nBIC: QQQQKG22\nDate of application: " + date + "\n",
                        "parts",
                        Json.object(
                                "Part", List.of("A"),
                                "Number", List.of("3"),
                                "Name", List.of(name),
                                "Local name", List.of("Велькатрон Банк"),
                                "BIC", List.of("QQQQKG22"),
                                "Date of application", List.of(date)))))));
    }

    @Test
    void a_row_of_annex_xlv_is_held_against_its_columns_and_its_text() {
        assertEquals(List.of(), Comparison.of(BANK, bank("Velkatron Bank", "23.2.2026")));
        List<String> found = Comparison.of(BANK, bank("Velkatron bank", "2026-02-23"));
        assertEquals(3, found.size(), found::toString);
        for (String what : List.of("Name:", "Date of application:", "text:")) {
            assertTrue(found.stream().anyMatch(line -> line.startsWith(what)), what + " " + found);
        }
    }
}
