package lockstep.listing.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.correction.CorrectionRefused.Reason;
import lockstep.listing.decision.Count;
import lockstep.listing.decision.Entries;
import lockstep.listing.decision.Entry;
import lockstep.listing.decision.Rounds;
import lockstep.listing.notice.Tell;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.Act;
import lockstep.listing.proposal.Acts;
import lockstep.listing.proposal.Proposals;

/** A lawyer of the programme, another person than the maker, finds that form alone changes: the tacit period begins. */
@ApplicationScoped
public class ConfirmCorrection {
    private final Entries entries;
    private final Rounds rounds;
    private final Programmes programmes;
    private final Proposals proposals;
    private final Acts acts;
    private final CorrectionDesk desk;
    private final Tell tell;

    ConfirmCorrection(
            Entries entries,
            Rounds rounds,
            Programmes programmes,
            Proposals proposals,
            Acts acts,
            CorrectionDesk desk,
            Tell tell) {
        this.entries = entries;
        this.rounds = rounds;
        this.programmes = programmes;
        this.proposals = proposals;
        this.acts = acts;
        this.desk = desk;
        this.tell = tell;
    }

    @Transactional
    public Correction confirm(UUID id, String correctionHashRead, Actor actor) {
        Correction its = desk.take(id, "correction.confirmed", actor);
        CorrectionRefused.unless(its.correctionHash().equals(correctionHashRead) ? null : Reason.STALE_TEXT);
        Capacity by = desk.capacity(actor, its);
        Instant now = by.now();
        its.confirm(by, electorate(its), periodEnds(its, now));
        acts.record(
                proposals.require(actor, its.proposalId()), Act.CONFIRM_CORRECTION, actor, Office.LEGAL, now, "", null);
        desk.done(its, "correction.confirmed", null, null, actor);
        tell.ofPackage(its.packageId());
        return its;
    }

    /** Counted like a silence: it ends on no weekend and no holiday of the programme. */
    private Instant periodEnds(Correction its, Instant now) {
        Programme programme = programmes.require(its.programme());
        return programme.deadlines().nextWorking(programme.correctionPeriod().after(now, programme.zone()));
    }

    /**
     * The seats of the last round that passed the entry, perhaps in a package that it has left since; none where only records
     * were made, as of a Minister.
     */
    private List<String> electorate(Correction its) {
        return entries
                .list("proposalId = ?1 and revision = ?2 and passedIn is not null", its.proposalId(), its.revision())
                .stream()
                .max(Comparator.comparing(Entry::leftAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .flatMap(entry -> rounds.findByIdOptional(entry.passedIn()))
                .map(round -> round.electorate().stream()
                        .map(Count.ElectorateSeat::seat)
                        .toList())
                .orElse(List.of());
    }
}
