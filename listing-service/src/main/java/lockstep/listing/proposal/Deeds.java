package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.auth.Principal;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.kit.journal.Protection;
import lockstep.listing.appointment.Appointments;

/** What every command on a proposal begins and ends with: take it locked, know who asks, write it into the history. */
@ApplicationScoped
public class Deeds {
    /** What the proposing agency and partners do: everybody who takes part in the case reads of it. */
    private static final Set<String> OF_ALL = Set.of(
            "amended", "submitted", "withdrawn", "resubmitted", "advised", "language-written", "language-confirmed");

    private final Proposals proposals;
    private final Appointments appointments;
    private final Acts acts;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    Deeds(
            Proposals proposals,
            Appointments appointments,
            Acts acts,
            Journal journal,
            Attempt attempt,
            InstantSource clock) {
        this.proposals = proposals;
        this.appointments = appointments;
        this.acts = acts;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * The proposal, locked; whatever is refused from here on is in the history as an attempt of that name, for those who
     * would read of its success.
     */
    public Proposal take(UUID id, String event, Principal actor) {
        Proposal its = proposals.requireForChange(actor, id);
        Audience audience = OF_ALL.contains(event) ? Audience.CASE : Audience.ELECTORATE;
        attempt.on("proposal." + event, "proposal", id, its.revision(), its.programme(), protection(its, audience));
        return its;
    }

    public Standing standing(Proposal its, Actor actor) {
        return standing(its, actor, false);
    }

    Standing standing(Proposal its, Actor actor, boolean replied) {
        Set<Act> done = acts.of(actor, its.id(), its.revision());
        return new Standing(actor, appointments.officesOf(actor, its.programme()), done, replied, clock.instant());
    }

    public void done(Proposal its, String event, Audience audience, String code, String text, Object detail) {
        List<Citation> exhibits = List.copyOf(proposals
                .getEntityManager()
                .find(Revision.class, new Revision.Key(its.id(), its.revision()))
                .text()
                .exhibits());
        append(its, event, protection(its, audience), ProposalEvent.of(its, exhibits, code, text, detail));
    }

    /** For steps that the system takes with a whole package: the package's own row says why and names the exhibits. */
    void followed(Proposal its, String event) {
        append(its, event, protection(its, Audience.CASE), ProposalEvent.of(its, null, null, null, null));
    }

    /** For what befell it from outside: nothing else of it changes. Gives the row's id. */
    UUID flagged(Proposal its, String event, Audience audience, Object detail) {
        return append(its, event, protection(its, audience), ProposalEvent.of(its, null, null, null, detail));
    }

    /** With a code, which its electorate alone may read: the others see that it is returned. */
    void cameBack(Proposal its, String event, String code, String text) {
        append(its, event, protection(its, Audience.ELECTORATE), ProposalEvent.of(its, null, code, text, null));
    }

    private UUID append(Proposal its, String event, Protection protection, ProposalEvent payload) {
        return journal.append(new JournalEntry(
                "proposal." + event,
                1,
                "proposal",
                its.id(),
                its.revision(),
                its.programme(),
                null,
                protection,
                payload));
    }

    /** True if the revision as it stands is submitted, and not an earlier one alone. */
    static boolean submitted(Proposal its) {
        return its.submittedRevision() != null && its.submittedRevision() >= its.revision();
    }

    /** Until a revision is submitted the offices and seats take no part in it: then nothing is written for their scope. */
    private static Protection protection(Proposal its, Audience audience) {
        Protection whole = its.protection(audience);
        return submitted(its)
                ? whole
                : new Protection(whole.caseId(), null, whole.originator(), whole.marking(), Audience.CASE, null);
    }
}
