package lockstep.listing.proposal;

import static lockstep.listing.proposal.Drafts.ANALYST;
import static lockstep.listing.proposal.Drafts.ANNEX_IV;
import static lockstep.listing.proposal.Drafts.CHAIR;
import static lockstep.listing.proposal.Drafts.LAWYER;
import static lockstep.listing.proposal.Drafts.NOON;
import static lockstep.listing.proposal.Drafts.REVIEWER;
import static lockstep.listing.proposal.Drafts.STRANGER;
import static lockstep.listing.proposal.Drafts.SUBMITTER;
import static lockstep.listing.proposal.Drafts.standing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.listing.programme.Office;
import lockstep.listing.proposal.ProposalRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A proposal's way: every verb from every status, against the design's table written once more by hand. */
class WayTest {
    private static final String TABLE = """
            AMEND              | DRAFT RETURNED | DRAFT RETURNED
            SUBMIT             | DRAFT RETURNED | SUBMITTED
            ACCEPT             | SUBMITTED | IN_REVIEW
            RETURN             | SUBMITTED IN_REVIEW LEGAL_REVIEW READY | RETURNED
            ENDORSE            | IN_REVIEW | IN_REVIEW LEGAL_REVIEW
            FIND_SUFFICIENT    | LEGAL_REVIEW | READY
            OPEN_ROUND         | READY | DECIDING
            CANCEL_ROUND       | DECIDING | READY
            CARVE_OUT          | DECIDING | RETURNED
            PASS_STAGE         | DECIDING | READY APPROVED
            FAIL_STAGE         | DECIDING | ESCALATED REJECTED
            RECORD_ADOPTED     | READY | READY APPROVED
            RECORD_NOT_ADOPTED | READY | REJECTED
            RECORD_LEFT_OUT    | READY | RETURNED
            ESCALATE           | ESCALATED APPROVED | READY
            LAPSE              | ESCALATED | REJECTED
            SCHEDULE           | APPROVED | SCHEDULED
            UNSCHEDULE         | SCHEDULED | APPROVED
            PUBLISH            | SCHEDULED | PUBLISHED
            MATERIAL_CHANGE    | READY DECIDING APPROVED SCHEDULED | RETURNED
            GO_STALE           | READY APPROVED SCHEDULED | READY
            HOLD               | SUBMITTED IN_REVIEW LEGAL_REVIEW READY DECIDING ESCALATED | ON_HOLD
            RESUME             | ON_HOLD | SUBMITTED IN_REVIEW LEGAL_REVIEW READY ESCALATED
            WITHDRAW           | DRAFT SUBMITTED IN_REVIEW LEGAL_REVIEW READY DECIDING ESCALATED APPROVED SCHEDULED RETURNED ON_HOLD | WITHDRAWN
            """;

    private static final Map<Way, Tables.Row<Status>> EXPECTED = Tables.read(TABLE, Way.class, Status.class);

    static Stream<Arguments> every_status_and_verb() {
        return Stream.of(Status.values())
                .flatMap(status -> Stream.of(Way.values()).map(way -> Arguments.of(status, way)));
    }

    @ParameterizedTest
    @MethodSource("every_status_and_verb")
    void a_verb_is_possible_exactly_where_the_table_has_it(Status status, Way way) {
        Tables.Row<Status> row = EXPECTED.get(way);
        assertEquals(row.from().contains(status), way.possibleFrom(status));
        assertEquals(row.to(), way.to());
    }

    @ParameterizedTest
    @MethodSource("every_status_and_verb")
    void a_proposal_obeys_the_table(Status status, Way way) {
        Tables.Row<Status> row = EXPECTED.get(way);
        Proposal its = Drafts.at(status);
        assertEquals(status, its.status());
        if (row.from().contains(status)) {
            use(way, its);
            assertTrue(row.to().contains(its.status()), () -> way + " led to " + its.status());
        } else {
            ProposalRefused refused = assertThrows(ProposalRefused.class, () -> use(way, its));
            assertEquals(Reason.NOT_IN_THIS_STATUS, refused.reason());
            assertEquals(status, its.status());
        }
    }

    private static void use(Way way, Proposal its) {
        switch (way) {
            case AMEND -> its.amend(Drafts.text(), standing(ANALYST), NOON);
            case SUBMIT -> its.submit(new Standing(SUBMITTER, Set.of(), Set.of(), true, NOON), NOON);
            case ACCEPT -> its.accept(standing(CHAIR, Office.CHAIR), NOON);
            case RETURN -> its.sendBack(standing(CHAIR, Office.CHAIR), ReturnCode.OTHER, "Mend it.", NOON);
            case ENDORSE -> its.endorse(standing(REVIEWER, Office.REVIEWER), ANNEX_IV, true, NOON);
            case FIND_SUFFICIENT -> its.findSufficient(standing(LAWYER, Office.LEGAL), NOON);
            case HOLD -> its.hold(standing(CHAIR, Office.CHAIR), "talks", NOON, NOON);
            case RESUME -> its.resume(standing(CHAIR, Office.CHAIR), NOON);
            case WITHDRAW -> its.withdraw(standing(SUBMITTER), NOON);
            case CARVE_OUT, RECORD_LEFT_OUT, MATERIAL_CHANGE -> its.back(way, ReturnCode.OTHER, "why", NOON);
            default -> its.goTo(way, way.to().iterator().next(), its.stage(), NOON);
        }
    }

    @Test
    void a_verb_never_leads_elsewhere_than_its_row_says() {
        for (Way way : Way.values()) {
            for (Status to : Status.values()) {
                if (!EXPECTED.get(way).to().contains(to)) {
                    Proposal its = Drafts.at(EXPECTED.get(way).from().iterator().next());
                    assertThrows(ProposalRefused.class, () -> its.move(way, to, NOON));
                }
            }
        }
    }

    @Test
    void a_resumed_proposal_stands_where_it_was_and_from_a_round_it_stands_ready() {
        for (Status from : EXPECTED.get(Way.HOLD).from()) {
            Proposal its = Drafts.at(from);
            its.hold(standing(CHAIR, Office.CHAIR), "talks", NOON, NOON);
            its.resume(standing(CHAIR, Office.CHAIR), NOON);
            assertEquals(from == Status.DECIDING ? Status.READY : from, its.status());
        }
    }

    @Test
    void a_held_proposal_is_out_of_its_package() {
        Proposal its = Drafts.at(Status.READY);
        its.enter(UUID.randomUUID());
        its.hold(standing(CHAIR, Office.CHAIR), "talks", NOON, NOON);
        assertNull(its.packageId());
    }

    @Test
    void a_new_revision_is_counted_and_hashed_anew() {
        Proposal its = Drafts.draft();
        String before = its.headline().contentHash();
        its.amend(
                Drafts.text(
                        Drafts.text().subject(), "BACKFILLING", Drafts.text().criteria(), Drafts.reasons()),
                standing(ANALYST),
                NOON);
        assertEquals(2, its.revision());
        assertTrue(!before.equals(its.headline().contentHash()));
    }

    @Test
    void after_a_return_the_same_revision_goes_in_again_only_with_a_reply_to_the_code() {
        Proposal its = Drafts.at(Status.RETURNED);
        assertEquals(Reason.NEW_REVISION_OR_REPLY_NEEDED, Guards.submit(its, standing(SUBMITTER)));
        assertNull(Guards.submit(its, new Standing(SUBMITTER, Set.of(), Set.of(), true, NOON)));
        its.amend(Drafts.text(), standing(ANALYST), NOON);
        assertNull(Guards.submit(its, standing(SUBMITTER)));
    }

    @Test
    void each_verb_asks_for_its_office_or_for_the_proposing_agency() {
        assertEquals(Reason.NOT_PROPOSING_AGENCY, Guards.amend(Drafts.draft(), standing(STRANGER)));
        assertEquals(Reason.NOT_PROPOSING_AGENCY, Guards.submit(Drafts.draft(), standing(STRANGER)));
        assertEquals(Reason.NOT_PROPOSING_AGENCY, Guards.withdraw(Drafts.draft(), standing(STRANGER)));
        assertEquals(Reason.NOT_PROPOSING_AGENCY, Guards.resubmit(Drafts.at(Status.WITHDRAWN), standing(STRANGER)));
        assertEquals(Reason.NO_OFFICE, Guards.accept(Drafts.at(Status.SUBMITTED), standing(CHAIR, Office.LEGAL)));
        assertEquals(Reason.NO_OFFICE, Guards.sendBack(Drafts.at(Status.SUBMITTED), standing(CHAIR, Office.PUBLISHER)));
        assertEquals(
                Reason.NO_OFFICE,
                Guards.endorse(Drafts.at(Status.IN_REVIEW), ANNEX_IV, standing(REVIEWER, Office.CHAIR)));
        assertEquals(
                Reason.ENDORSEMENT_NOT_OF_THIS_AGENCY,
                Guards.endorse(Drafts.at(Status.IN_REVIEW), ANNEX_IV, standing(ANALYST, Office.REVIEWER)));
        assertEquals(
                Reason.NO_OFFICE,
                Guards.findSufficient(Drafts.at(Status.LEGAL_REVIEW), standing(LAWYER, Office.REVIEWER)));
        assertEquals(Reason.NO_OFFICE, Guards.hold(Drafts.at(Status.READY), standing(CHAIR)));
        assertEquals(Reason.NO_OFFICE, Guards.resume(Drafts.at(Status.ON_HOLD), standing(CHAIR)));
        assertNull(Guards.accept(Drafts.at(Status.SUBMITTED), standing(CHAIR, Office.REGISTRAR)));
    }

    @Test
    void only_an_ended_proposal_is_taken_up_again() {
        for (Status status : Status.values()) {
            boolean may = status == Status.REJECTED || status == Status.WITHDRAWN;
            assertEquals(may ? null : Reason.NOT_IN_THIS_STATUS, Guards.resubmit(Drafts.at(status), standing(ANALYST)));
        }
    }

    @Test
    void what_is_law_is_not_withdrawn() {
        Proposal its = Drafts.at(Status.APPROVED);
        its.passed(NOON, NOON.plusSeconds(1));
        assertNull(Guards.withdraw(its, standing(SUBMITTER)));
        its.passed(NOON, NOON);
        assertEquals(Reason.ALREADY_LAW, Guards.withdraw(its, standing(SUBMITTER)));
    }

    @Test
    void four_eyes_binds_the_office_holder_too() {
        assertEquals(
                Reason.FOUR_EYES,
                Guards.accept(Drafts.at(Status.SUBMITTED), Drafts.having(CHAIR, Office.CHAIR, Act.SUBMIT)));
        assertEquals(
                Reason.FOUR_EYES,
                Guards.findSufficient(
                        Drafts.at(Status.LEGAL_REVIEW), Drafts.having(LAWYER, Office.LEGAL, Act.ENDORSE)));
        assertEquals(Reason.FOUR_EYES, Guards.submit(Drafts.draft(), Drafts.having(ANALYST, Office.CHAIR, Act.AUTHOR)));
    }

    @Test
    void a_returned_proposal_begins_again_outside_any_package() {
        Proposal its = Drafts.at(Status.READY);
        its.enter(UUID.randomUUID());
        its.passed(NOON, NOON);
        its.back(Way.RETURN, ReturnCode.OTHER, "why", NOON);
        assertNull(its.packageId());
        assertNull(its.stagePassedAt());
        assertEquals(ANNEX_IV.firstStage(its.kind()).code(), its.stage());
    }
}
