package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Stage;
import lockstep.listing.proposal.Act;
import lockstep.listing.proposal.Proposal;

/** A person of the body's secretariat records what the body decided; nothing follows until another confirms. */
@ApplicationScoped
public class RecordDecision {
    private final Records records;
    private final ConsultationDone consultation;
    private final ObservationsAssessed observations;
    private final Desk desk;

    RecordDecision(Records records, ConsultationDone consultation, ObservationsAssessed observations, Desk desk) {
        this.records = records;
        this.consultation = consultation;
        this.observations = observations;
        this.desk = desk;
    }

    @Transactional
    public RecordedDecision write(UUID packageId, String hashRead, RecordedDecision.Minutes minutes, Actor actor) {
        Package its = desk.take(packageId, "package.recorded", actor);
        desk.mustHold(Office.SECRETARIAT, its, actor);
        its.possible(PackageWay.RECORD);
        its.mustBe(hashRead);
        Programme programme = desk.programme(its);
        Stage stage = programme.stage(its.stage());
        DecisionRefused.when(!stage.recorded(), Reason.STAGE_IS_VOTED, "This stage is decided by a round.");
        DecisionRefused.when(records.awaiting(packageId), Reason.RECORD_IS_OPEN, "A record awaits confirmation.");
        desk.fourEyes(Act.RECORD, its, actor);
        List<Proposal> proposals = desk.proposals(its, actor);
        NotStale.check(its, proposals, desk.now());
        consultation.check(programme, its);
        observations.check(its);
        LocalDate today = desk.now().atZone(programme.zone()).toLocalDate();
        DecisionRefused.when(minutes.date().isAfter(today), Reason.DATE_IN_FUTURE, "The decision lies in the future.");
        if (minutes.adopted()) {
            Instruments.check(stage, minutes.instruments());
        }
        entriesKnown(proposals, minutes.leftOut());
        DecisionRefused.when(
                minutes.adopted() && Set.copyOf(minutes.leftOut()).size() == proposals.size(),
                Reason.NOTHING_ADOPTED,
                "Every entry is left out: then the act was not adopted.");
        RecordedDecision written = new RecordedDecision(UUID.randomUUID(), its, minutes, actor, desk.now());
        records.persist(written);
        its.recorded();
        records.flush();
        desk.done(its, "package.recorded", null, desk.read(its, null).saying(null, null, written.body(), minutes));
        return written;
    }

    private static void entriesKnown(List<Proposal> proposals, List<UUID> leftOut) {
        Set<UUID> known = proposals.stream().map(Proposal::id).collect(Collectors.toSet());
        DecisionRefused.when(
                !known.containsAll(leftOut), Reason.UNKNOWN_ENTRY, "An entry that was left out isn't in the package.");
    }
}
