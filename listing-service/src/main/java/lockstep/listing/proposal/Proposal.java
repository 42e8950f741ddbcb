package lockstep.listing.proposal;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.kit.db.StoredMarking;
import lockstep.kit.journal.Protection;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.ProposalRefused.Reason;

/**
 * One programme × one target × one kind on its way from draft to publication. Its status changes only by the verbs
 * below, each along {@link Way}; its text only by a new revision, which voids what was said of the old one.
 */
@Entity
@Table(name = "proposal")
public class Proposal extends ProposalState {
    /** G12 (b): a stage that passed longer ago than this no longer carries a proposal. */
    public static final Duration STALE_AFTER = Duration.ofDays(90);

    protected Proposal() {}

    Proposal(
            UUID id,
            UUID caseId,
            Programme programme,
            ProposalText text,
            Marking marking,
            UUID supersedes,
            Actor by,
            Instant at) {
        this.id = id;
        this.caseId = caseId;
        this.subjectId = text.subjectId();
        this.programme = programme.code();
        this.programmeVersion = programme.version();
        this.kind = text.kind();
        this.status = Status.DRAFT;
        this.stage = programme.firstStage(text.kind()).code();
        this.agency = by.agency().code();
        this.supersedes = supersedes;
        this.marking = StoredMarking.of(marking);
        write(text, by, at);
    }

    /** By that draft, which says what changed. */
    void takenUp(UUID draft) {
        this.takenUpBy = draft;
    }

    /** Opened by the system: what was listed by an urgent procedure goes to the lawyers at once. */
    static Proposal confirming(UUID id, Proposal listed, ProposalText text, Programme programme, Instant at) {
        Proposal its = new Proposal();
        its.id = id;
        its.caseId = listed.caseId;
        its.subjectId = listed.subjectId;
        its.programme = programme.code();
        its.programmeVersion = programme.version();
        its.kind = text.kind();
        its.status = Status.LEGAL_REVIEW;
        its.stage = programme.firstStage(text.kind()).code();
        its.agency = listed.agency;
        its.author = listed.author;
        its.revision = 1;
        its.submittedRevision = 1;
        its.acceptedAt = at;
        its.changedAt = at;
        its.listingId = text.listingId();
        its.headline = Headline.of(text);
        its.marking = listed.marking;
        return its;
    }

    private void write(ProposalText text, Actor by, Instant at) {
        revision++;
        author = by.sub();
        listingId = text.listingId();
        headline = Headline.of(text);
        changedAt = at;
    }

    void amend(ProposalText text, Standing by, Instant at) {
        ProposalRefused.unless(Guards.amend(this, by));
        ProposalRefused.unless(isAbout(text) ? null : ProposalRefused.Reason.ANOTHER_MATTER);
        write(text, by.actor(), at);
    }

    /** Stages, rules and readers were taken from these; what is decided on must not be something else. */
    private boolean isAbout(ProposalText text) {
        return text.programme().equals(programme)
                && text.kind() == kind
                && text.subjectId().equals(subjectId);
    }

    void mark(Marking newMarking) {
        marking = StoredMarking.of(newMarking);
    }

    void submit(Standing by, Instant at) {
        ProposalRefused.unless(Guards.submit(this, by));
        move(Way.SUBMIT, Status.SUBMITTED, at);
        submittedRevision = revision;
    }

    void accept(Standing by, Instant at) {
        ProposalRefused.unless(Guards.accept(this, by));
        move(Way.ACCEPT, Status.IN_REVIEW, at);
        acceptedAt = at;
    }

    void sendBack(Standing by, ReturnCode code, String text, Instant at) {
        ProposalRefused.unless(Guards.sendBack(this, by));
        back(Way.RETURN, code, text, by.actor().agency().code(), at);
    }

    /** {@code enough}: with this endorsement the programme has all that it requires. */
    void endorse(Standing by, Programme its, boolean enough, Instant at) {
        ProposalRefused.unless(Guards.endorse(this, its, by));
        move(Way.ENDORSE, enough ? Status.LEGAL_REVIEW : Status.IN_REVIEW, at);
    }

    void findSufficient(Standing by, Instant at) {
        ProposalRefused.unless(Guards.findSufficient(this, by));
        move(Way.FIND_SUFFICIENT, Status.READY, at);
    }

    void hold(Standing by, String reason, Instant until, Instant at) {
        ProposalRefused.unless(Guards.hold(this, by));
        pause = new Pause(status == Status.DECIDING ? Status.READY : status, reason, until);
        move(Way.HOLD, Status.ON_HOLD, at);
        packageId = null;
    }

    void resume(Standing by, Instant at) {
        ProposalRefused.unless(Guards.resume(this, by));
        move(Way.RESUME, pause.heldFrom(), at);
        pause = null;
    }

    void withdraw(Standing by, Instant at) {
        ProposalRefused.unless(Guards.withdraw(this, by));
        move(Way.WITHDRAW, Status.WITHDRAWN, at);
        packageId = null;
    }

    /** The same where no person gave the code. */
    void back(Way way, ReturnCode code, String text, Instant at) {
        back(way, code, text, null, at);
    }

    /** Returns along a way that leads to RETURNED: out of its package and back to the first stage. */
    void back(Way way, ReturnCode code, String text, String giver, Instant at) {
        move(way, Status.RETURNED, at);
        lastReturn = new LastReturn(code, text, revision, Audience.ELECTORATE, giver);
        packageId = null;
        stagePassedAt = null;
        lawAt = null;
    }

    /** Rejected for good by what decides it; {@code giver} null: by the rule or a clock. */
    void rejected(Way way, String why, String giver, Instant at) {
        move(way, Status.REJECTED, at);
        lastReturn = new LastReturn(null, why, revision, Audience.ELECTORATE, giver);
        packageId = null;
    }

    /** Whoever takes part in the case may read why it came back. */
    void widenReturn(Standing by) {
        ProposalRefused.unless(Guards.widenReturn(this, by));
        lastReturn = lastReturn.widened();
    }

    /** Goes to a stage (its own or the next one) along the given way. */
    void goTo(Way way, Status to, String toStage, Instant at) {
        move(way, to, at);
        stage = toStage;
    }

    void passed(Instant at, Instant becomesLawAt) {
        stagePassedAt = at;
        lawAt = becomesLawAt;
    }

    void enter(UUID intoPackage) {
        packageId = intoPackage;
    }

    void leave() {
        packageId = null;
    }

    void backToFirstStage(String first) {
        stage = first;
    }

    final void move(Way way, Status to, Instant at) {
        if (!way.possibleFrom(status) || !way.to().contains(to)) {
            throw new ProposalRefused(Reason.NOT_IN_THIS_STATUS, "Not possible while the proposal is " + status + ".");
        }
        status = to;
        changedAt = at;
    }

    /** Refuses whoever read another revision than the one that stands. */
    void mustBe(int revisionRead) {
        if (revisionRead != revision) {
            throw new ProposalRefused(Reason.STALE_REVISION, "Revision " + revision + " stands now.");
        }
    }

    public boolean isLaw(Instant now) {
        return lawAt != null && !lawAt.isAfter(now);
    }

    /** Offices of review see a submitted proposal; votes, endorsements and opinions reach those that take part. */
    public Protection protection(Audience audience) {
        return new Protection(caseId, id, agency, marking(), audience, agency);
    }
}
