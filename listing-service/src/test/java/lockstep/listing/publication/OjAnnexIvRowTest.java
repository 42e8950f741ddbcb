package lockstep.listing.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import lockstep.listing.subject.Address;
import lockstep.listing.subject.Identifier;
import lockstep.listing.subject.IdentifierType;
import lockstep.listing.subject.Name;
import lockstep.listing.subject.SubjectText;
import lockstep.listing.subject.SubjectType;
import lockstep.listing.subject.Subjects;
import org.junit.jupiter.api.Test;

class OjAnnexIvRowTest {

    private final OjAnnexIvRow row = OjAnnexIvRow.of("9001", Subjects.orlan(), LocalDate.of(2026, 4, 5));

    @Test
    void names_and_aliases_are_printed_as_written_with_their_own_separators() {
        assertEquals("Orlan Priborservis LLC", row.name());
        assertEquals(List.of("ООО «Орлан Приборсервис» (бывшее «Орлан-3»)"), row.localNames());
        assertEquals(List.of("Orlan Instrument Service; Ltd.", "Orlan PS"), row.aliases());
    }

    @Test
    void the_date_has_no_leading_zeros() {
        assertEquals("5.4.2026", row.dateOfListing());
    }

    @Test
    void the_whole_row_as_text() {
        assertEquals("""
                9001. Orlan Priborservis LLC
                Local name: ООО «Орлан Приборсервис» (бывшее «Орлан-3»)
                A.k.a.: Orlan Instrument Service; Ltd.; Orlan PS
                Addresses: 999999, Nowhere, Invented Str., 1, Russian Federation; 999998, Elsewhere, Example Lane, 2, \
                Russian Federation
                Registration number: 9901000010 (Tax ID/INN)
                Telephone: + 7 (000) 000-00-00, 000-00-01
                Website: orlan.example
                Date of listing: 5.4.2026
                """, row.text());
    }

    @Test
    void a_label_without_values_is_left_out() {
        SubjectText bare = Subjects.of(
                SubjectType.COMPANY,
                "DE",
                List.of(Name.of(Name.Kind.PRIMARY, "Erfunden GmbH")),
                List.of(),
                List.of(Address.of("Nowhere, Germany", "DE")));
        assertEquals(
                "1. Erfunden GmbH\nAddress: Nowhere, Germany\nDate of listing: 31.12.2026\n",
                OjAnnexIvRow.of("1", bare, LocalDate.of(2026, 12, 31)).text());
    }

    @Test
    void numbers_read_from_one_phrase_print_the_phrase_once() {
        String phrase = "99999901 (BRN), 9999901 (CRN)";
        SubjectText text = Subjects.with(
                Subjects.orlan(),
                Identifier.of(IdentifierType.HK_BRN, "99999901", "HK", "BRN").printedAs(phrase),
                Identifier.of(IdentifierType.HK_CR, "9999901", "HK", "CRN").printedAs(phrase),
                Identifier.of(IdentifierType.OTHER, "77", null, null));
        assertEquals(
                List.of(phrase, "77"),
                OjAnnexIvRow.of("1", text, LocalDate.EPOCH).values(OjAnnexIvRow.Label.REGISTRATION_NUMBER));
    }
}
