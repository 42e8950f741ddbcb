package lockstep.listing.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lockstep.listing.language.LanguageText;
import lockstep.listing.listing.Listing;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.Paragraph;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.subject.Subjects;
import org.junit.jupiter.api.Test;

/** One row of each list that has no record of its own, word for word. */
class PrintedTest {
    private static final Programmes PROGRAMMES = Programmes.bundled();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static String row(String programme, String number, String criterion, Map<String, String> terms) {
        List<Listing.Output> outputs = rows(programme, number, criterion, terms, new TreeMap<>());
        assertEquals(1, outputs.size());
        return outputs.getFirst().text();
    }

    private static List<Listing.Output> rows(
            String programme,
            String number,
            String criterion,
            Map<String, String> terms,
            SortedMap<String, LanguageText> languages) {
        ProposalText text = new ProposalText(
                programme,
                lockstep.listing.programme.Kind.ADD,
                new java.util.UUID(7, 7),
                0,
                Subjects.orlan(),
                "TRANSHIPMENT",
                List.of(criterion),
                List.of(
                        new Paragraph(
                                Paragraph.Type.CONCLUSION, "Therefore it is listed.", List.of(), criterion, false),
                        new Paragraph(Paragraph.Type.FACT, "It shipped goods on 3 March 2026.", List.of(), null, true)),
                new TreeMap<>(terms),
                null,
                "");
        return Outputs.of(PROGRAMMES.require(programme), text, new Outputs.Given(number, DAY, "", languages));
    }

    @Test
    void each_language_has_a_row_of_its_own_behind_the_working_one() {
        List<Listing.Output> rows = rows(
                "EU-269",
                "999",
                "269-3-1-L",
                Map.of(),
                new TreeMap<>(Map.of(
                        "uk",
                        new LanguageText(
                                "ТОВ «Орлан»", List.of("Тому її внесено до списку.", "Вона відвантажила товари.")),
                        "fr",
                        new LanguageText(null, List.of("Elle est donc inscrite.", "Elle a expédié des biens.")))));
        assertEquals(
                List.of("en", "fr", "uk"),
                rows.stream().map(Listing.Output::language).toList());
        assertTrue(rows.get(0).text().contains("Reasons: It shipped goods on 3 March 2026. Therefore it is listed. ("));
        assertTrue(rows.get(1).text().contains("Name: Orlan Priborservis LLC\n"));
        assertTrue(rows.get(1).text().contains("Reasons: Elle a expédié des biens. Elle est donc inscrite. ("));
        assertTrue(rows.get(2).text().contains("Name: ТОВ «Орлан»\n"));
        assertEquals(3, rows.stream().map(Listing.Output::sha256).distinct().count());
    }

    @Test
    void annex_i_prints_the_facts_before_the_conclusion_with_its_criterion() {
        assertEquals("""
                Number: 999
                Name: Orlan Priborservis LLC
                Identifying information: Local name: ООО «Орлан Приборсервис» (бывшее «Орлан-3»); A.k.a.: Orlan Instrument \
                Service; Ltd.; Orlan PS; Addresses: 999999, Nowhere, Invented Str., 1, Russian Federation; 999998, \
                Elsewhere, Example Lane, 2, Russian Federation; Registration number: 9901000010 (Tax ID/INN); Telephone: + 7 \
                (000) 000-00-00, 000-00-01; Website: orlan.example
                Reasons: It shipped goods on 3 March 2026. Therefore it is listed. (Regulation (EU) No 269/2014, Article \
                3(1)(l))
                Date of listing: 24.11.2026
                """, row("EU-269", "999", "269-3-1-L", Map.of()));
    }

    @Test
    void annex_xlv_prints_part_name_and_date_of_application() {
        assertEquals(
                """
                Part: A
                Number: 12
                Name: Orlan Priborservis LLC
                Local name: ООО «Орлан Приборсервис» (бывшее «Орлан-3»)
                A.k.a.: Orlan Instrument Service; Ltd.; Orlan PS
                Date of application: 15.12.2026
                """, row("EU-833-XLV", "12", "XLV-TRANSACTIONS", Map.of("part", "A", "applicableFrom", "2026-12-15")));
    }

    @Test
    void the_sdn_row_says_minus_zero_where_nothing_is_known() {
        assertEquals(
                """
                ent_num: 99001
                SDN_Name: ORLAN PRIBORSERVIS LLC
                SDN_Type: -0-
                Program: RUSSIA-EO14024
                Title: -0-
                Call_Sign: -0-
                Vess_flag: -0-
                Remarks: Website orlan.example; Tax ID/INN 9901000010 (RU); Secondary sanctions risk: See Section 11 of \
                Executive Order 14024.
                a.k.a.: Orlan Instrument Service; Ltd.; Orlan PS
                Address: 999999, Nowhere, Invented Str., 1, Russian Federation; 999998, Elsewhere, Example Lane, 2, Russian \
                Federation
                """,
                row(
                        "US-OFAC-14024",
                        "99001",
                        "14024-1A-VI",
                        Map.of(
                                "tag",
                                "RUSSIA-EO14024",
                                "secondarySanctions",
                                "See Section 11 of Executive Order 14024.")));
    }

    @Test
    void the_uk_list_has_the_name_in_its_own_script_and_the_reasons() {
        assertEquals("""
                Unique ID: RUS9999
                Name 6: Orlan Priborservis LLC
                Non-Latin name: ООО «Орлан Приборсервис» (бывшее «Орлан-3»)
                Alias: Orlan Instrument Service; Ltd.; Orlan PS
                Address: 999999, Nowhere, Invented Str., 1, Russian Federation; 999998, Elsewhere, Example Lane, 2, Russian \
                Federation
                Registration number: 9901000010 (Tax ID/INN)
                Regime: The Russia (Sanctions) (EU Exit) Regulations 2019
                Sanctions imposed: Asset freeze
                UK Statement of Reasons: It shipped goods on 3 March 2026. Therefore it is listed. (Russia (Sanctions) (EU \
                Exit) Regulations 2019, regulation 6(2)(b))
                Date designated: 24/11/2026
                """, row("UK-RUS", "RUS9999", "RUS-6-2-B", Map.of("sanctionsImposed", "Asset freeze")));
    }

    @Test
    void capta_and_the_partners_lists_print_their_terms() {
        String capta = row(
                "US-CAPTA",
                "99002",
                "14024-11",
                Map.of("tag", "RUSSIA-EO14024", "restriction", "Opening prohibited", "closeBy", "2026-12-31"));
        assertEquals(
                List.of(
                        "Restriction: Opening prohibited",
                        "Accounts to be closed by: 12/31/2026",
                        "Effective: 11/24/2026"),
                capta.lines().skip(6).toList());
        assertEquals(
                "Terms: asset freeze; 2029-11-24",
                row("UA-NSDC", "1", "UA-3", Map.of("measures", "asset freeze", "until", "2029-11-24"))
                        .lines()
                        .filter(line -> line.startsWith("Terms"))
                        .findFirst()
                        .orElseThrow());
    }
}
