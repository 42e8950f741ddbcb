package lockstep.listing.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import lockstep.listing.subject.Address;
import lockstep.listing.subject.Name;
import lockstep.listing.subject.SubjectText;
import lockstep.listing.subject.SubjectType;
import lockstep.listing.subject.Subjects;
import org.junit.jupiter.api.Test;

class EntityListRowTest {
    private static final Map<String, String> TERMS = Map.of(
            EntityListRow.LICENSE_REQUIREMENT,
            "For all items subject to the EAR.",
            EntityListRow.LICENSE_REVIEW_POLICY,
            "Policy of denial.");

    @Test
    void several_aliases_are_counted_and_listed_before_the_addresses() {
        assertEquals(
                """
                Country: RUSSIA
                Entity: Orlan Priborservis LLC, a.k.a., the following two aliases:
                —Orlan Instrument Service; Ltd.; and
                —Orlan PS.
                999999, Nowhere, Invented Str., 1, Russian Federation; and 999998, Elsewhere, Example Lane, 2, Russian \
                Federation.
                License requirement: For all items subject to the EAR.
                License review policy: Policy of denial.
                Federal Register citation: 99 FR 99999, 4/5/26.
                """,
                EntityListRow.of(Subjects.orlan(), TERMS, "99 FR 99999, 4/5/26.")
                        .text());
    }

    @Test
    void an_entity_without_aliases_is_its_name_and_address() {
        EntityListRow row = row("HK", Name.of(Name.Kind.PRIMARY, "Fictive Chips Limited"));
        assertEquals("CHINA, PEOPLE'S REPUBLIC OF", row.country());
        assertEquals("Fictive Chips Limited, 1 Example Road, Nowhere.", row.entity());
    }

    @Test
    void one_alias_ending_in_a_stop_gets_no_second_one() {
        EntityListRow row = row(
                "KZ",
                Name.of(Name.Kind.PRIMARY, "Fictive Trade LLP"),
                Name.of(Name.Kind.AKA, "Fictive Ltd."),
                Name.of(Name.Kind.LOCAL, "ТОО «Вымысел»"));
        assertEquals("KAZAKHSTAN", row.country());
        assertEquals(
                "Fictive Trade LLP, a.k.a., the following one alias:\n—Fictive Ltd.\n1 Example Road, Nowhere.",
                row.entity());
        assertEquals(List.of("Fictive Ltd."), row.aliases());
    }

    private static EntityListRow row(String country, Name... names) {
        SubjectText text = Subjects.of(
                SubjectType.COMPANY,
                country,
                List.of(names),
                List.of(),
                List.of(Address.of("1 Example Road, Nowhere", country)));
        return EntityListRow.of(text, TERMS, "99 FR 99999, 4/5/26.");
    }
}
