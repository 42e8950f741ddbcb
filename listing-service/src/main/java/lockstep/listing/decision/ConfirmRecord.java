package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Stage;
import lockstep.listing.proposal.Act;
import lockstep.listing.proposal.PackageEffects;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.Way;

/** A second person of the secretariat confirms a record; only now do package and proposals follow it. */
@ApplicationScoped
public class ConfirmRecord {
    private final Records records;
    private final Packages packages;
    private final Entries entries;
    private final PackageEffects effects;
    private final Desk desk;

    ConfirmRecord(Records records, Packages packages, Entries entries, PackageEffects effects, Desk desk) {
        this.records = records;
        this.packages = packages;
        this.entries = entries;
        this.effects = effects;
        this.desk = desk;
    }

    @Transactional
    public RecordedDecision confirm(UUID recordId, String hashRead, Actor actor) {
        RecordedDecision its = records.require(recordId);
        Package of = desk.take(its.packageId(), "package.record-confirmed", actor);
        desk.mustHold(Office.SECRETARIAT, of, actor);
        records.getEntityManager().refresh(its);
        of.mustBe(hashRead);
        of.mustBe(its.packageHash());
        // It may have gone stale, or have lost its last entry, since the record was written.
        of.possible(PackageWay.PASS_STAGE);
        DecisionRefused.when(
                !its.stage().equals(of.stage()), Reason.NOT_IN_THIS_STATUS, "The package stands at another stage now.");
        desk.fourEyes(Act.CONFIRM_RECORD, of, actor);
        Instant now = desk.now();
        its.confirm(actor, now);
        records.flush();
        DecisionEvent payload = desk.read(of, null)
                .saying(null, its.adopted() ? "adopted" : "not adopted", its.body(), its.instruments());
        if (its.adopted()) {
            adopted(of, its, actor, now);
        } else {
            effects.notAdopted(desk.proposals(of, actor), its.body(), actor, now);
            entries.of(of.id()).forEach(entry -> entry.leave("not adopted", now));
            of.failed(null);
        }
        packages.flush();
        desk.done(of, "package.record-confirmed", null, payload);
        return its;
    }

    private void adopted(Package of, RecordedDecision its, Actor actor, Instant now) {
        Programme programme = desk.programme(of);
        Stage stage = programme.stage(its.stage());
        for (Proposal left : desk.proposals(of, actor)) {
            if (its.leftOut().contains(left.id())) {
                effects.leftOut(left, its.body() + " left it out.", actor, now);
                entries.findById(new Entry.Key(of.id(), left.id())).leave("left out", now);
            }
        }
        packages.flush();
        if (!its.leftOut().isEmpty() && !desk.entriesChanged(of, PackageWay.LOSE_ENTRY, actor)) {
            return;
        }
        List<Proposal> taken = desk.proposals(of, actor);
        String next = programme
                .nextStage(stage, taken.getFirst().kind())
                .map(Stage::code)
                .orElse(null);
        of.stagePassed(next, List.of(), null, now);
        effects.stagePassed(taken, Way.RECORD_ADOPTED, next, programme, stage.adopting() ? now : null, actor, now);
        if (next == null) {
            desk.admitPublishers(of, programme, now);
        }
    }
}
