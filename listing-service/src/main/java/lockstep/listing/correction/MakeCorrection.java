package lockstep.listing.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.correction.CorrectionRefused.Overstepped;
import lockstep.listing.correction.CorrectionRefused.Reason;
import lockstep.listing.decision.Entry;
import lockstep.listing.decision.Package;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.proposal.Proposals;

/** Writes down how named fields of a decided text should read, each within the bound of its kind. */
@ApplicationScoped
public class MakeCorrection {
    /** Of one corrected text, in characters. */
    public static final int LONGEST = 4000;

    private final Corrections corrections;
    private final CorrectedText texts;
    private final Proposals proposals;
    private final CorrectionDesk desk;

    MakeCorrection(Corrections corrections, CorrectedText texts, Proposals proposals, CorrectionDesk desk) {
        this.corrections = corrections;
        this.texts = texts;
        this.proposals = proposals;
        this.desk = desk;
    }

    /** One field and how it should read. */
    public record Wanted(String field, CorrectionKind kind, String text) {}

    /** {@code textHashRead}: of the text as its maker read it, earlier corrections included. */
    @Transactional
    public Correction make(UUID proposalId, String textHashRead, List<Wanted> wanted, String reason, Actor actor) {
        Proposal of = proposals.require(actor, proposalId);
        if (of.packageId() == null) {
            throw new CorrectionRefused(Reason.NOTHING_DECIDED);
        }
        Package in = desk.locked(of.packageId(), actor);
        desk.attempting("correction.made", in);
        proposals.getEntityManager().refresh(of);
        Entry entry = desk.entry(in.id(), proposalId);
        boolean pending = corrections.pendingOf(in.id(), proposalId);
        Capacity by = desk.capacity(actor, in.programme(), in.id());
        CorrectionRefused.unless(CorrectionGuards.make(of, in, pending, by));
        CorrectedText.Printed text = texts.of(entry, actor);
        CorrectionRefused.unless(text.hash().equals(textHashRead) ? null : Reason.STALE_TEXT);
        List<Change> changes = changes(text, wanted);
        ProposalText reworded = Rewording.apply(text.text(), changes);
        var its = new Correction(
                UUID.randomUUID(),
                new Correction.Place(
                        in.id(), proposalId, entry.caseId(), in.programme(), entry.revision(), entry.contentHash()),
                new Correction.Rewritten(text.hash(), changes, reworded.contentHash()),
                reason,
                actor,
                desk.now());
        corrections.persist(its);
        desk.done(its, "correction.made", null, reason, actor);
        return its;
    }

    /** All that is overstepped is told at once. */
    private static List<Change> changes(CorrectedText.Printed printed, List<Wanted> wanted) {
        List<Change> changes = new ArrayList<>();
        List<Overstepped> overstepped = new ArrayList<>();
        Set<List<Object>> before = new HashSet<>();
        ProposalText now = printed.text();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted one = wanted.get(i);
            CorrectableField field = CorrectableField.of(now).stream()
                    .filter(its -> its.field().equals(one.field()))
                    .findFirst()
                    .orElse(null);
            boolean again = printed.has(one.field(), one.kind()) || !before.add(List.of(one.field(), one.kind()));
            Bound exceeded = exceeded(now, field, one, again);
            if (exceeded != null) {
                overstepped.add(new Overstepped("/changes/" + i + pointed(exceeded), exceeded));
                continue;
            }
            Change change = new Change(one.field(), one.kind(), field.text(), one.text());
            changes.add(change);
            now = Rewording.apply(now, List.of(change));
        }
        if (!overstepped.isEmpty()) {
            throw new CorrectionRefused(Reason.OUT_OF_BOUNDS, overstepped);
        }
        return changes;
    }

    private static Bound exceeded(ProposalText now, CorrectableField field, Wanted wanted, boolean again) {
        if (field == null) {
            return Bound.NOT_CORRECTABLE;
        }
        if (again) {
            return Bound.CORRECTED_ALREADY;
        }
        Bound bound = field.exceeded(wanted.kind(), wanted.text());
        if (bound != null) {
            return bound;
        }
        var change = new Change(wanted.field(), wanted.kind(), field.text(), wanted.text());
        boolean writable = wanted.text().length() <= LONGEST
                && Rewording.apply(now, List.of(change)).subject().problems().isEmpty();
        return writable ? null : Bound.NOT_WRITABLE;
    }

    private static String pointed(Bound exceeded) {
        return switch (exceeded) {
            case NOT_CORRECTABLE -> "/field";
            case KIND_NOT_FOR_FIELD, NATIVE_NAME, CORRECTED_ALREADY -> "/kind";
            default -> "/text";
        };
    }
}
