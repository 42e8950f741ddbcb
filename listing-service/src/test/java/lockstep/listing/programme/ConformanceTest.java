package lockstep.listing.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every programme must have so that a proposal in it can come to publication; the same for one added by data. */
class ConformanceTest {
    private static final Agencies AGENCIES = Agencies.bundled();

    static Stream<Programme> every_programme() {
        return Programmes.bundled().all().stream();
    }

    @Test
    void every_row_of_the_programme_table_is_there() {
        assertEquals(
                Set.of(
                        "EU-833-IV",
                        "EU-833-XLV",
                        "EU-269",
                        "US-OFAC-14024",
                        "US-CAPTA",
                        "US-BIS-EL",
                        "UK-RUS",
                        "CA-SEMA",
                        "CH-UKR",
                        "JP-FEFTA",
                        "UA-NSDC"),
                every_programme().map(Programme::code).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("every_programme")
    void a_proposal_of_each_agency_can_come_to_an_adopting_stage(Programme its) {
        assertTrue(its.kinds().containsAll(Set.of(Kind.ADD, Kind.AMEND, Kind.REMOVE)), its.code());
        for (Kind kind : its.kinds()) {
            List<Stage> way = its.way(kind);
            assertTrue(way.getLast().adopting(), its.code() + " " + kind);
            assertEquals(1, way.stream().filter(Stage::adopting).count(), its.code() + " " + kind);
        }
        for (String proposer : its.proposers()) {
            assertTrue(its.endorsement().enough(proposer, its.endorsement().candidates(proposer)), proposer);
            assertFalse(its.consulted(proposer).contains(proposer), proposer);
        }
    }

    /** Four pairs of eyes at the least: author, submitter, endorser, lawyer; deciders and publishers beside them. */
    @ParameterizedTest
    @MethodSource("every_programme")
    void whoever_acts_belongs_to_the_jurisdiction(Programme its) {
        Set<String> countries = Stream.of(
                        its.proposers().stream(),
                        its.offices().values().stream().flatMap(List::stream),
                        its.seats().stream().map(Seat::agency))
                .flatMap(codes -> codes)
                .map(code -> AGENCIES.find(code).map(Agency::country).orElseThrow())
                .collect(Collectors.toSet());
        String jurisdiction = its.jurisdiction();
        boolean union = jurisdiction.equals("EU");
        assertTrue(union || countries.equals(Set.of(jurisdiction.equals("UK") ? "GB" : jurisdiction)), its.code());
    }

    @ParameterizedTest
    @MethodSource("every_programme")
    void its_text_says_by_which_law_and_standard(Programme its) {
        assertFalse(its.legalBasis().isEmpty(), its.code());
        assertFalse(its.standardOfProof().isBlank(), its.code());
        its.criteria().forEach(criterion -> {
            assertFalse(criterion.text().isBlank(), criterion.code());
            assertFalse(criterion.reference().isBlank(), criterion.code());
        });
        its.grounds().forEach(ground -> assertFalse(ground.evidence().isEmpty(), its.code() + " " + ground.code()));
        assertTrue(its.evidence().exhibits() >= 2 && its.evidence().independentSources() >= 2, its.code());
        assertNotNull(its.output().format(), its.code());
        assertNotNull(its.personalData().retention(), its.code());
    }

    @Test
    void consultation_is_asked_where_the_order_asks_for_it() {
        Programmes all = Programmes.bundled();
        assertEquals(List.of("US-STATE"), all.require("US-OFAC-14024").consulted("US-OFAC"));
        assertEquals(List.of("US-OFAC"), all.require("US-CAPTA").consulted("US-STATE"));
        assertEquals(List.of(), all.require("EU-833-IV").consulted("EU-EEAS"));
    }

    /** The one that README shows. */
    @Test
    void a_programme_is_added_by_data_alone() {
        String added = ProgrammesYaml.bundled() + """

                - code: EU-2580
                  like: EU
                  name: Regulation (EC) No 2580/2001
                  legalBasis: [Common Position 2001/931/CFSP]
                  proposers: [EU-EEAS]
                  endorsement: {mode: ANY, count: 1, agencies: [EU-COM], differs: AGENCY}
                  criteria:
                    - {code: 2580-2-3, text: 'It commits or facilitates an act of terrorism.', reference: 'Article 2(3)', toBeConfirmed: true}
                  terms: []
                  output: {format: PLAIN, numberLabel: Number, listedDateFormat: d.M.yyyy}
                """;
        Programme its = Programmes.read(added, AGENCIES).require("EU-2580");
        a_proposal_of_each_agency_can_come_to_an_adopting_stage(its);
        whoever_acts_belongs_to_the_jurisdiction(its);
        its_text_says_by_which_law_and_standard(its);
        assertEquals(27, its.electorate(its.firstStage(Kind.ADD), Set.of()).size());
    }
}
