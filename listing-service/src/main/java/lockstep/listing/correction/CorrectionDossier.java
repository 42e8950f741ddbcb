package lockstep.listing.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.db.ReadOnly;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.correction.CorrectionRefused.Reason;
import lockstep.listing.decision.Entries;
import lockstep.listing.decision.Entry;
import lockstep.listing.decision.Package;
import lockstep.listing.decision.Packages;
import lockstep.listing.proposal.OfferedBeside;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.Proposals;

/** What a reader may know of corrections: one with what can be done with it, and what of a text could be corrected. */
@ApplicationScoped
public class CorrectionDossier implements OfferedBeside {
    private final Corrections corrections;
    private final CorrectedText texts;
    private final Proposals proposals;
    private final Packages packages;
    private final Entries entries;
    private final CorrectionDesk desk;

    CorrectionDossier(
            Corrections corrections,
            CorrectedText texts,
            Proposals proposals,
            Packages packages,
            Entries entries,
            CorrectionDesk desk) {
        this.corrections = corrections;
        this.texts = texts;
        this.proposals = proposals;
        this.packages = packages;
        this.entries = entries;
        this.desk = desk;
    }

    /** One correction. */
    public record Known(Correction correction, List<Allowed> actions) {}

    /** A decided text's fields as they read now; {@code text} null where nothing is decided that the reader sees. */
    public record Correctable(
            Proposal proposal, CorrectedText.Printed text, List<CorrectableField> fields, List<Allowed> actions) {}

    /** Refused as unknown where the reader doesn't see it: an empty list would say that it is there. */
    @ReadOnly
    public void mustSeeProposal(UUID id, Actor actor) {
        proposals.require(actor, id);
    }

    @ReadOnly
    public void mustSeePackage(UUID id, Actor actor) {
        packages.require(actor, id);
    }

    @ReadOnly
    public Known of(UUID id, Actor actor) {
        Correction its = corrections.require(id);
        return known(its, desk.capacity(actor, its));
    }

    @ReadOnly
    public List<Known> all(List<UUID> ids, Actor actor) {
        Map<UUID, Capacity> towards = new HashMap<>();
        return ids.stream()
                .map(corrections::require)
                .map(its -> known(
                        its,
                        desk.with(
                                towards.computeIfAbsent(
                                        its.packageId(), in -> desk.capacity(actor, its.programme(), in)),
                                its)))
                .toList();
    }

    private static Known known(Correction its, Capacity by) {
        Actor actor = by.actor();
        List<Allowed> all = new ArrayList<>();
        if (actor.has(Role.LEGAL)) {
            add(all, "confirm", CorrectionGuards.confirm(its, by));
            add(all, "refuse", CorrectionGuards.refuse(its, by));
        }
        if (makes(actor)) {
            add(all, "withdraw", CorrectionGuards.withdraw(its, by));
        }
        if (actor.has(Role.VOTER)) {
            add(all, "demand-round", CorrectionGuards.demandRound(its, by));
        }
        return new Known(its, all);
    }

    /** What could be corrected isn't read for who corrects nothing. */
    @Override
    @ReadOnly
    public List<Allowed> on(Proposal of, Actor actor) {
        return of.packageId() == null || !makes(actor)
                ? List.of()
                : correctable(of.id(), actor).actions();
    }

    @ReadOnly
    public Correctable correctable(UUID proposalId, Actor actor) {
        Proposal of = proposals.require(actor, proposalId);
        Optional<Package> in =
                Optional.ofNullable(of.packageId()).flatMap(packageId -> packages.visibleTo(actor, packageId));
        Optional<Entry> entry = in.map(its -> entries.findById(new Entry.Key(its.id(), proposalId)))
                .filter(its -> its.leftAt() == null);
        if (entry.isEmpty()) {
            return new Correctable(of, null, List.of(), actions(actor, Reason.NOTHING_DECIDED));
        }
        Capacity by = desk.capacity(actor, of.programme(), in.get().id());
        boolean pending = corrections.pendingOf(in.get().id(), proposalId);
        CorrectedText.Printed text = texts.of(entry.get(), actor);
        return new Correctable(
                of,
                text,
                CorrectableField.of(text.text()),
                actions(actor, CorrectionGuards.make(of, in.get(), pending, by)));
    }

    private static List<Allowed> actions(Actor actor, Reason whyNot) {
        List<Allowed> all = new ArrayList<>();
        if (makes(actor)) {
            add(all, "correct", whyNot);
        }
        return all;
    }

    private static boolean makes(Actor actor) {
        return actor.has(Role.ANALYST) || actor.has(Role.CHAIR) || actor.has(Role.SECRETARIAT);
    }

    private static void add(List<Allowed> all, String action, Reason whyNot) {
        all.add(Allowed.unless(action, whyNot, whyNot == null ? null : whyNot.told()));
    }
}
