package lockstep.e2e.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptionTest {
    private static SourceRow row(List<String> aliases, List<String> numbers, List<String> addresses) {
        return new SourceRow(
                "7",
                LocalDate.of(2026, 2, 3),
                "3.2.2026",
                "Velkatron",
                aliases,
                numbers,
                addresses,
                List.of("\u202d+7 999"),
                List.of(),
                List.of(),
                "");
    }

    private static List<String> typed(List<String> numbers, String address) {
        return Transcription.of(row(List.of(), numbers, List.of(address))).identifiers().stream()
                .map(number -> number.type() + ":" + number.issuingCountry() + ":" + number.value())
                .toList();
    }

    @Test
    void names_in_another_script_are_local_and_the_rest_aliases() {
        List<String> aliases = List.of("АО «Велькатрон»", "AO Velkatron", "Beijing Wei / 北京葳科技", "AO “Ctpatиm”");
        assertEquals(
                List.of("PRIMARY", "LOCAL", "AKA", "LOCAL", "AKA"),
                Transcription.of(row(aliases, List.of(), List.of("Moscow, Russian Federation"))).names().stream()
                        .map(SubjectText.Name::kind)
                        .toList());
    }

    @Test
    void numbers_are_typed_by_label_country_and_form() {
        assertEquals(List.of("INN:RU:0099010010"), typed(List.of("0099010010 (Tax ID/INN)"), "X, Russian Federation"));
        assertEquals(List.of("INN:RU:0099010010"), typed(List.of("0099010010"), "X, Republic of Crimea"));
        assertEquals(List.of("INN:UZ:799999001"), typed(List.of("799999001 (TIN)"), "Tashkent, Uzbekistan"));
        assertEquals(
                List.of("REGISTER:TR:990123-9"), typed(List.of("990123-9 (Tax ID/INN)"), "X, Republic of Türkiye"));
        assertEquals(List.of("HK_CR:HK:9900126"), typed(List.of("Cr. No. 9900126"), "Kowloon, Hong Kong"));
        assertEquals(
                List.of("HK_CR:HK:9900222", "HK_BRN:HK:99000333"),
                typed(List.of("9900222 (TRN), 99000333 (BRN)"), "Kowloon, Hong Kong"));
        assertEquals(List.of("OTHER:RU:A-1"), typed(List.of("A-1 (Key)"), "X, Russian Federation"));
    }

    @Test
    void a_label_that_the_form_belies_gets_a_note() {
        SubjectText text = Transcription.of(row(List.of(), List.of("99017 (Tax ID/INN)"), List.of("Dubai, U.A.E.")));
        assertTrue(text.identifiers().getFirst().note().contains("licence"));
    }

    @Test
    void without_an_address_the_issuer_of_a_number_tells_the_country() {
        assertEquals(
                "CN",
                Transcription.of(row(
                                List.of(), List.of("990300280000017 (China Company Registration Number)"), List.of()))
                        .country());
    }

    @Test
    void a_row_whose_country_cannot_be_told_is_named() {
        SourceRow nowhere = row(List.of(), List.of(), List.of("Floor 9"));
        String message = assertThrows(IllegalArgumentException.class, () -> Transcription.of(nowhere))
                .getMessage();
        assertTrue(message.contains("7 Velkatron"), message);
    }

    @Test
    void characters_that_print_nothing_are_not_carried_on() {
        assertEquals(
                "+7 999",
                Transcription.of(row(List.of(), List.of(), List.of("Moscow")))
                        .contacts()
                        .getFirst()
                        .value());
    }

    @Test
    void every_row_of_the_sample_can_be_described() {
        SourceList sample = SourceList.sample();
        assertEquals(25, sample.rows().size());
        assertEquals(3, sample.dates().size());
        sample.rows().forEach(row -> assertTrue(Transcription.of(row).country().matches("[A-Z]{2}")));
    }
}
