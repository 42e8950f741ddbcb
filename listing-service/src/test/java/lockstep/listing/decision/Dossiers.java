package lockstep.listing.decision;

import static lockstep.listing.proposal.Drafts.ANNEX_IV;
import static lockstep.listing.proposal.Drafts.CHAIR;
import static lockstep.listing.proposal.Drafts.NOON;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Marking;
import lockstep.listing.programme.DecisionRule;
import lockstep.listing.programme.Stage;
import lockstep.listing.proposal.Drafts;

/** Builds packages and rounds in memory; every status is reached by the verbs that lead there. */
final class Dossiers {
    static final Marking MARKING = Marking.releasedTo("EU:LIMITE", List.of("EU-COUNCIL"));
    static final Stage RELEX = ANNEX_IV.stage("RELEX");

    private Dossiers() {}

    static Package forming() {
        return new Package(
                UUID.randomUUID(),
                new Designation(ANNEX_IV.code(), ANNEX_IV.version(), 2026, 1, "November", "Annex IV"),
                new Package.Draft("RELEX", "ADD", "hash", MARKING),
                CHAIR,
                NOON);
    }

    static Package at(PackageStatus status) {
        Package its = forming();
        if (status == PackageStatus.FORMING) {
            return its;
        }
        its.roundOpened();
        switch (status) {
            case FORMING, CLOSED -> {}
            case DISSOLVED -> its.failed(null);
            case ADOPTED -> its.stagePassed(null, List.of(), null, NOON);
            case SCHEDULED, PUBLISHED -> {
                its.stagePassed(null, List.of(), null, NOON);
                schedule(its);
                if (status == PackageStatus.PUBLISHED) {
                    its.published(NOON);
                }
            }
        }
        return its;
    }

    static void schedule(Package its) {
        its.schedule(NOON.plusSeconds(60), LocalDate.of(2026, 11, 25), null, Drafts.STRANGER, NOON);
    }

    static Round round(DecisionRule rule) {
        return new Round(
                UUID.randomUUID(),
                at(PackageStatus.CLOSED),
                RELEX,
                rule,
                new Round.Opening(
                        NOON.plusSeconds(3600),
                        null,
                        List.of(new Count.ElectorateSeat("FR", "FR-REP"), new Count.ElectorateSeat("DE", "DE-REP")),
                        Map.of()),
                CHAIR,
                NOON);
    }

    static Round at(RoundStatus status) {
        Round its = round(DecisionRule.UNANIMITY);
        switch (status) {
            case OPEN -> {}
            case STOPPED -> its.stop();
            case PASSED, FAILED -> its.close(status, "deadline", NOON);
            case CANCELLED -> its.cancel("why", NOON);
        }
        return its;
    }
}
