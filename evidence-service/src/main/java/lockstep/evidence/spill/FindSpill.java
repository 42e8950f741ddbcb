package lockstep.evidence.spill;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.evidence.custody.ContentReaders;
import lockstep.evidence.exhibit.AllowedAction;
import lockstep.evidence.exhibit.Exhibit;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.exhibit.FindExhibits;
import lockstep.evidence.exhibit.InHand;
import lockstep.evidence.exhibit.SeenExhibit;
import lockstep.evidence.exhibit.TakeInHand;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;

/** What is asked about spills: by whoever sees the exhibit, by its originator's officers, and by auditors of its custody. */
@ApplicationScoped
public class FindSpill {
    private static final int SHOWN = 200;

    private final Exhibits exhibits;
    private final TakeInHand inHand;
    private final Spills spills;
    private final ContentReaders readers;
    private final FindExhibits find;

    FindSpill(Exhibits exhibits, TakeInHand inHand, Spills spills, ContentReaders readers, FindExhibits find) {
        this.inHand = inHand;
        this.find = find;
        this.exhibits = exhibits;
        this.spills = spills;
        this.readers = readers;
    }

    @ReadOnly
    public SpillView of(UUID exhibitId, Actor reader) {
        Optional<SeenExhibit> seen = exhibits.visibleTo(reader, exhibitId);
        return seen.map(its -> view(its, reader))
                .or(() -> inHand.of(reader, exhibitId).map(its -> unread(its.exhibit(), reader)))
                .orElseGet(() -> outline(exhibitId, reader));
    }

    /** For those who answer for the originator's evidence, and in outline for auditors. */
    @ReadOnly
    public Page<ContentReaders.ContentReading> readers(UUID exhibitId, Cursor cursor, Limit limit, Actor reader) {
        Optional<InHand> taken = inHand.of(reader, exhibitId);
        Frozen frozen = spills.latest(exhibitId).orElse(null);
        boolean audits = frozen != null && audits(frozen, reader);
        if (taken.isEmpty() && !audits) {
            throw new ExhibitRefused(Reason.NOT_FOUND);
        }
        if (!audits && !taken.get().exhibit().answeredForBy(reader)) {
            throw new ExhibitRefused(Reason.NOT_SETTLING);
        }
        if (frozen == null) {
            throw new ExhibitRefused(Reason.NOT_FROZEN);
        }
        List<UUID> all = spills.exhibits(frozen.spillId());
        return !audits && taken.get().unread()
                ? readers.unread(all, cursor, limit)
                : readers.of(all, cursor, limit, reader);
    }

    private SpillView view(SeenExhibit seen, Actor reader) {
        Exhibit its = seen.exhibit();
        boolean ours = reader.of(its.originator());
        Spill spill = spills.of(its);
        return new SpillView(
                its.id(),
                its.caseId(),
                seen.latest().title(),
                seen.latest().marking(),
                state(its, spill.frozen()),
                its.frozenAt(),
                ours && spill.frozen() != null ? details(spill.frozen(), spill.settlement(), reader) : null,
                actions(spill, reader));
    }

    /** For whoever answers for it and doesn't read it: what it is like is not told, nor a word that anybody wrote. */
    private SpillView unread(Exhibit its, Actor officer) {
        Spill spill = spills.of(its);
        return new SpillView(
                its.id(),
                its.caseId(),
                null,
                null,
                state(its, spill.frozen()),
                its.frozenAt(),
                spill.frozen() == null
                        ? null
                        : details(spill.frozen(), spill.settlement(), officer).outline(),
                actions(spill, officer));
    }

    private SpillView outline(UUID exhibitId, Actor auditor) {
        Frozen frozen = spills.latest(exhibitId)
                .filter(its -> audits(its, auditor))
                .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        SpillView.SpillDetails known =
                details(frozen, spills.settlement(frozen).orElse(null), auditor).outline();
        return new SpillView(
                exhibitId,
                spills.caseOf(frozen),
                null,
                null,
                frozen.state(),
                known.found() == null ? null : known.found().at(),
                known,
                List.of());
    }

    private boolean audits(Frozen frozen, Actor reader) {
        return readers.audits(reader, frozen.exhibitId());
    }

    /** What everybody may know who sees the exhibit; that it was corrected once, its originator's people alone. */
    private static SpillState state(Exhibit its, Frozen frozen) {
        if (its.frozen()) {
            return its.disposed() ? SpillState.PURGED : SpillState.FROZEN;
        }
        return frozen == null ? null : frozen.state();
    }

    private SpillView.SpillDetails details(Frozen frozen, Settlement settlement, Actor reader) {
        List<Frozen> all = spills.all(frozen.spillId(), SHOWN);
        Map<UUID, String> titles = find
                .latest(all.stream().map(Frozen::exhibitId).toList(), reader)
                .stream()
                .collect(Collectors.toMap(
                        FindExhibits.Latest::exhibitId, its -> its.version().title()));
        return new SpillView.SpillDetails(
                frozen.spillId(),
                spills.found(frozen.spillId()).orElse(null),
                frozen.because(),
                all.stream()
                        .map(one -> new SpillView.SpilledExhibit(
                                one.exhibitId(), titles.get(one.exhibitId()), one.because(), one.from(), one.state()))
                        .toList(),
                spills.count(frozen.spillId()),
                settlement,
                spills.acknowledged(frozen.spillId()));
    }

    private static List<AllowedAction> actions(Spill its, Actor reader) {
        if (!reader.of(its.exhibit().originator())) {
            return List.of();
        }
        List<AllowedAction> actions = new ArrayList<>();
        if (!its.isFrozen() && !its.exhibit().frozen()) {
            actions.add(AllowedAction.of("freeze", () -> its.mayFreeze(reader)));
        } else if (its.proposed()) {
            actions.add(AllowedAction.of("confirm-settlement", () -> its.mayConfirm(reader)));
            actions.add(AllowedAction.of("drop-settlement", () -> its.mayDrop(reader)));
        } else if (its.isFrozen()) {
            actions.add(AllowedAction.of("propose-purge", () -> its.mayProposePurge(reader)));
            actions.add(AllowedAction.of("propose-correction", () -> its.mayProposeCorrection(reader)));
        }
        return actions;
    }
}
