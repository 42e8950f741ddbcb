package lockstep.listing.proposal;

import static lockstep.listing.proposal.Drafts.ANNEX_IV;
import static lockstep.listing.proposal.Drafts.CUSTOMS;
import static lockstep.listing.proposal.Drafts.REGISTRY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import lockstep.auth.Marking;
import lockstep.listing.evidence.ExhibitFacts;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.programme.Kind;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.ProposalRefused.Missing;
import lockstep.listing.subject.Address;
import lockstep.listing.subject.Name;
import lockstep.listing.subject.SubjectText;
import lockstep.listing.subject.SubjectType;
import lockstep.listing.subject.Subjects;
import org.junit.jupiter.api.Test;

/** What submission asks for (G1, G2): one thing taken away from a complete draft, and that thing is named. */
class ChecklistTest {
    private static final Name LATIN = Name.of(Name.Kind.PRIMARY, "Orlan Priborservis LLC");
    private static final Name CYRILLIC = Name.of(Name.Kind.LOCAL, "ООО «Орлан»");
    private static final Address ADDRESS = Address.of("999999, Nowhere, Invented Str., 1", "RU");

    @Test
    void a_complete_draft_lacks_nothing() {
        assertEquals(List.of(), identity(Drafts.text()));
        assertEquals(List.of(), evidence(Drafts.text(), known("PUBLIC", "DISCLOSABLE_TO_PARTY")));
    }

    @Test
    void the_subject_needs_type_country_names_in_both_scripts_and_something_to_find_it_by() {
        assertEquals(
                List.of("/subject/type missing"), ofSubject(null, "RU", List.of(LATIN, CYRILLIC), List.of(ADDRESS)));
        assertEquals(
                List.of("/subject/country missing"),
                ofSubject(SubjectType.COMPANY, null, List.of(LATIN, CYRILLIC), List.of(ADDRESS)));
        assertEquals(
                List.of("/subject/names primary-name-missing"),
                ofSubject(SubjectType.COMPANY, "RU", List.of(CYRILLIC), List.of(ADDRESS)));
        assertEquals(
                List.of("/subject/noNativeNameReason native-script-name-missing"),
                ofSubject(SubjectType.COMPANY, "RU", List.of(LATIN), List.of(ADDRESS)));
        assertEquals(
                List.of("/subject/identifiers identifier-or-address-missing"),
                ofSubject(SubjectType.COMPANY, "RU", List.of(LATIN, CYRILLIC), List.of()));
    }

    @Test
    void ground_criteria_and_reasons_are_needed() {
        assertEquals(List.of("/ground ground-missing"), identity(with(null, List.of("IV-MIL-TECH"), Drafts.reasons())));
        assertEquals(List.of("/ground ground-missing"), identity(with(" ", List.of("IV-MIL-TECH"), Drafts.reasons())));
        assertEquals(
                List.of("/criteria criterion-missing", "/reasons/1/criterion conclusion-without-criterion"),
                identity(with("TRANSHIPMENT", List.of(), Drafts.reasons())));
        assertEquals(
                List.of("/reasons reasons-missing"), identity(with("TRANSHIPMENT", List.of("IV-MIL-TECH"), List.of())));
    }

    @Test
    void a_fact_cites_an_exhibit_and_a_conclusion_names_a_criterion_of_the_proposal() {
        assertEquals(
                List.of("/reasons/0/cites fact-without-citation"),
                identity(with(new Paragraph(Paragraph.Type.FACT, "It shipped.", List.of(), null, false))));
        assertEquals(
                List.of("/reasons/0/criterion conclusion-without-criterion"),
                identity(with(new Paragraph(Paragraph.Type.CONCLUSION, "So.", List.of(CUSTOMS), null, false))));
        assertEquals(
                List.of("/reasons/0/criterion conclusion-without-criterion"),
                identity(with(new Paragraph(Paragraph.Type.CONCLUSION, "So.", List.of(), "IV-DEFENCE-SECTOR", false))));
    }

    @Test
    void a_term_that_the_programme_requires_is_named() {
        ProposalText text = new ProposalText(
                "US-BIS-EL",
                Kind.ADD,
                new UUID(7, 7),
                0,
                Subjects.orlan(),
                "TRANSHIPMENT",
                List.of("IV-MIL-TECH"),
                Drafts.reasons(),
                new TreeMap<>(Map.of("licenseReviewPolicy", "Presumption of denial")),
                null,
                "");
        assertEquals(
                List.of("/terms/licenseRequirement term-missing"),
                words(Checklist.identityAndReasons(text, Programmes.bundled().require("US-BIS-EL"))));
    }

    @Test
    void two_exhibits_of_two_independent_sources_are_needed() {
        ProposalText one = with(new Paragraph(Paragraph.Type.FACT, "It shipped.", List.of(CUSTOMS), null, true));
        assertEquals(
                List.of("/reasons too-few-exhibits", "/reasons too-few-sources"),
                evidence(one, known("PUBLIC", "PUBLIC")));
        Map<ExhibitRef, ExhibitFacts> sameSource = new HashMap<>();
        sameSource.put(ref(CUSTOMS), facts(CUSTOMS, "CUSTOMS", "PUBLIC"));
        sameSource.put(ref(REGISTRY), facts(REGISTRY, "CUSTOMS", "PUBLIC"));
        assertEquals(List.of("/reasons too-few-sources"), evidence(Drafts.text(), sameSource));
    }

    @Test
    void what_the_submitter_cannot_open_is_not_counted() {
        assertEquals(
                List.of(
                        "/reasons exhibit-not-visible",
                        "/reasons too-few-exhibits",
                        "/reasons too-few-sources",
                        "/reasons no-self-sufficient-reason"),
                evidence(Drafts.text(), Map.of(ref(CUSTOMS), facts(CUSTOMS, "CUSTOMS", "PUBLIC"))));
    }

    @Test
    void an_exhibit_for_leads_only_is_not_cited() {
        assertEquals(
                List.of("/reasons lead-only-cited", "/reasons no-self-sufficient-reason"),
                evidence(Drafts.text(), known("PUBLIC", "LEAD_ONLY")));
    }

    @Test
    void one_reason_stands_alone_on_what_the_party_can_be_shown() {
        assertEquals(
                List.of("/reasons no-self-sufficient-reason"),
                evidence(Drafts.text(), known("PUBLIC", "SUMMARY_ONLY")));
        ProposalText unmarked =
                with(new Paragraph(Paragraph.Type.FACT, "It shipped.", List.of(CUSTOMS, REGISTRY), null, false));
        assertEquals(List.of("/reasons no-self-sufficient-reason"), evidence(unmarked, known("PUBLIC", "PUBLIC")));
        ProposalText onNothing = with(
                new Paragraph(Paragraph.Type.FACT, "It shipped.", List.of(CUSTOMS, REGISTRY), null, false),
                new Paragraph(Paragraph.Type.CONCLUSION, "So.", List.of(), "IV-MIL-TECH", true));
        assertEquals(List.of("/reasons no-self-sufficient-reason"), evidence(onNothing, known("PUBLIC", "PUBLIC")));
    }

    private static List<String> ofSubject(SubjectType type, String country, List<Name> names, List<Address> addresses) {
        SubjectText subject = Subjects.of(type, country, names, List.of(), addresses);
        return identity(Drafts.text(subject, "TRANSHIPMENT", List.of("IV-MIL-TECH"), Drafts.reasons()));
    }

    private static ProposalText with(Paragraph... reasons) {
        return with("TRANSHIPMENT", List.of("IV-MIL-TECH"), List.of(reasons));
    }

    private static ProposalText with(String ground, List<String> criteria, List<Paragraph> reasons) {
        return Drafts.text(Subjects.orlan(), ground, criteria, reasons);
    }

    private static List<String> identity(ProposalText text) {
        return words(Checklist.identityAndReasons(text, ANNEX_IV));
    }

    private static List<String> evidence(ProposalText text, Map<ExhibitRef, ExhibitFacts> known) {
        return words(Checklist.evidence(text, ANNEX_IV, known));
    }

    private static List<String> words(List<Missing> missing) {
        return missing.stream().map(its -> its.pointer() + " " + its.reason()).toList();
    }

    private static Map<ExhibitRef, ExhibitFacts> known(String customs, String registry) {
        return Map.of(
                ref(CUSTOMS), facts(CUSTOMS, "CUSTOMS", customs),
                ref(REGISTRY), facts(REGISTRY, "CORPORATE_REGISTRY", registry));
    }

    private static ExhibitRef ref(Citation cite) {
        return new ExhibitRef(cite.exhibitId(), cite.version());
    }

    private static ExhibitFacts facts(Citation cite, String source, String use) {
        return new ExhibitFacts(
                cite.exhibitId(),
                cite.version(),
                new UUID(8, 8),
                "An exhibit",
                cite.sha256(),
                source,
                null,
                "EU-EEAS",
                use,
                Marking.originatorOnly("EU:LIMITE"),
                "HELD",
                Set.of());
    }
}
