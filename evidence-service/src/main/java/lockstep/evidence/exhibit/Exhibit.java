package lockstep.evidence.exhibit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;

/** A piece of evidence in a case: belongs to the agency that brought it, and changes by new versions alone. */
@Entity
@Table(name = "exhibit")
public class Exhibit {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "case_id", updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private String originator;

    private int latest;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private String withdrawnBy;

    @Column(name = "withdraw_reason")
    private String withdrawReason;

    @Column(name = "disposed_at")
    private Instant disposedAt;

    /** Written by the database alone, with all that was made of it; a spill that is purged stays frozen. */
    @Column(name = "frozen_at", insertable = false, updatable = false)
    private Instant frozenAt;

    @Column(updatable = false)
    private boolean pointer;

    @Column(name = "source_pseudonym")
    private String sourcePseudonym;

    protected Exhibit() {}

    /** {@code pointer}: it only points to content above the ceiling. */
    Exhibit(UUID id, UUID caseId, String originator, boolean pointer, Instant at) {
        this.pointer = pointer;
        this.id = id;
        this.caseId = caseId;
        this.originator = originator;
        this.createdAt = at;
    }

    /** The next version, without content yet; only the first one has no reason. */
    ExhibitVersion describe(Description said, String reason, Actor by, UUID versionId, Instant at) {
        mayChange(by);
        latest++;
        return new ExhibitVersion(this, latest, said, reason, by, versionId, at);
    }

    /**
     * Gives a version its content. The same bytes again change nothing.
     *
     * @return false if the version held these very bytes before
     */
    boolean hold(ExhibitVersion of, Content content, Actor by) {
        mayTakeContent(by);
        if (of.held()) {
            if (!of.sha256().equals(content.sha256())) {
                throw new ExhibitRefused(Reason.CONTENT_SEALED);
            }
            return false;
        }
        of.hold(content);
        return true;
    }

    /** The next version with the content of the last one: the same bytes, of which something else is said. */
    ExhibitVersion describeAnew(
            ExhibitVersion last, Description said, String reason, Actor by, UUID versionId, Instant at) {
        mayCorrect(last, by);
        ExhibitVersion next = describe(said, reason, by, versionId, at);
        next.hold(new Content(last.blobId(), last.sha256(), last.size(), last.detectedMediaType(), at));
        return next;
    }

    void withdraw(String reason, Actor by, Instant at) {
        mayChange(by);
        withdrawnAt = at;
        withdrawnBy = by.sub();
        withdrawReason = reason;
    }

    /** Its keys are destroyed with this; whether it may be is asked of all that keeps it. */
    public void dispose(Instant at) {
        disposedAt = at;
    }

    /** From now on its source is told to nobody but under this name. */
    public void protectSource(String pseudonym, Actor by) {
        mayChange(by);
        sourcePseudonym = pseudonym;
    }

    /** Content is opened by whoever sees the version; once withdrawn, by the originator alone, and frozen by nobody. */
    public void mayOpen(ExhibitVersion version, Actor by) {
        mustNotBeDisposedOf();
        mustNotBeFrozen();
        mustHaveContent();
        if (!version.held()) {
            throw new ExhibitRefused(Reason.AWAITING_CONTENT);
        }
        if (withdrawn() && !by.of(originator)) {
            throw new ExhibitRefused(Reason.WITHDRAWN);
        }
    }

    /** Whoever keeps the originator's evidence writes down into whose hands it went, also of what is withdrawn. */
    public void mayTransfer(ExhibitVersion version, Actor by) {
        if (!keptBy(by)) {
            throw new ExhibitRefused(Reason.NOT_KEEPING);
        }
        mustHaveContent();
        if (!version.held()) {
            throw new ExhibitRefused(Reason.AWAITING_CONTENT);
        }
    }

    /** Whether somebody is of those who keep the originator's evidence. */
    public boolean keptBy(Actor by) {
        boolean keeps = by.has(Role.ANALYST) || by.has(Role.RELEASE_OFFICER) || by.has(Role.REGISTRAR);
        return keeps && by.of(originator);
    }

    void mayFill(ExhibitVersion version, Actor by) {
        mayTakeContent(by);
        if (version.held()) {
            throw new ExhibitRefused(Reason.CONTENT_SEALED);
        }
    }

    /** Whether content may come to it at all. */
    void mayTakeContent(Actor by) {
        mayChange(by);
        mustHaveContent();
    }

    /** A correction corrects something: the version before it must have its content. */
    public void mayCorrect(ExhibitVersion last, Actor by) {
        mayTakeContent(by);
        if (!last.held()) {
            throw new ExhibitRefused(Reason.AWAITING_CONTENT);
        }
    }

    /** The one guard of all changes: the originator's people, until it is withdrawn. */
    public void mayChange(Actor by) {
        if (!by.of(originator) || !by.has(Role.ANALYST)) {
            throw new ExhibitRefused(Reason.NOT_PERMITTED);
        }
        mustNotBeDisposedOf();
        mustNotBeFrozen();
        if (withdrawn()) {
            throw new ExhibitRefused(Reason.WITHDRAWN);
        }
    }

    /** In one act, and by one person: what is above the ceiling must not stay open until another one is found. */
    public void mayFreeze(Actor by) {
        if (!answeredForBy(by)) {
            throw new ExhibitRefused(Reason.NOT_SETTLING);
        }
        mustNotBeDisposedOf();
        mustNotBeFrozen();
    }

    /** Whether somebody answers for the originator's evidence. */
    public boolean answeredForBy(Actor by) {
        return by.of(originator) && answersForItsOwn(by);
    }

    /** Whether somebody answers for the evidence of his agency. */
    public static boolean answersForItsOwn(Actor by) {
        return by.has(Role.RELEASE_OFFICER) || by.has(Role.REGISTRAR);
    }

    public void mustNotBeFrozen() {
        if (frozen()) {
            throw new ExhibitRefused(Reason.FROZEN);
        }
    }

    private void mustHaveContent() {
        if (pointer) {
            throw new ExhibitRefused(Reason.POINTER);
        }
    }

    public void mustNotBeDisposedOf() {
        if (disposed()) {
            throw new ExhibitRefused(Reason.DISPOSED);
        }
    }

    public boolean frozen() {
        return frozenAt != null;
    }

    public Instant frozenAt() {
        return frozenAt;
    }

    public boolean disposed() {
        return disposedAt != null;
    }

    public boolean pointer() {
        return pointer;
    }

    public boolean sourceProtected() {
        return sourcePseudonym != null;
    }

    /** Null: its source isn't protected. */
    public String sourcePseudonym() {
        return sourcePseudonym;
    }

    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public String originator() {
        return originator;
    }

    public int latest() {
        return latest;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    public String withdrawnBy() {
        return withdrawnBy;
    }

    public String withdrawReason() {
        return withdrawReason;
    }
}
