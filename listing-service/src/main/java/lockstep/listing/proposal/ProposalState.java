package lockstep.listing.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Marking;
import lockstep.kit.db.StoredMarking;
import lockstep.listing.programme.Kind;

/**
 * What is kept of a proposal, to be read by everybody and written by the verbs of {@link Proposal} alone. Its fields are
 * protected because the persistence provider weaves them only so into a class that extends it.
 */
@MappedSuperclass
public abstract class ProposalState {
    @Id
    protected UUID id;

    @Version
    protected long version;

    @Column(name = "case_id", updatable = false)
    protected UUID caseId;

    @Column(name = "subject_id", updatable = false)
    protected UUID subjectId;

    @Column(updatable = false)
    protected String programme;

    @Column(name = "programme_version")
    protected String programmeVersion;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    protected Kind kind;

    @Enumerated(EnumType.STRING)
    protected Status status;

    protected String stage;

    @Column(updatable = false)
    protected String agency;

    protected int revision;

    @Column(name = "submitted_revision")
    protected Integer submittedRevision;

    protected String author;

    @Embedded
    protected Pause pause;

    @Embedded
    protected LastReturn lastReturn;

    @Column(name = "accepted_at")
    protected Instant acceptedAt;

    @Column(name = "stage_passed_at")
    protected Instant stagePassedAt;

    @Column(name = "law_at")
    protected Instant lawAt;

    @Column(name = "package_id")
    protected UUID packageId;

    @Column(updatable = false)
    protected UUID supersedes;

    /** The draft that took this one up again; one alone does. */
    @Column(name = "taken_up_by")
    protected UUID takenUpBy;

    @Column(name = "listing_id")
    protected UUID listingId;

    @Embedded
    protected Headline headline;

    @Column(name = "changed_at")
    protected Instant changedAt;

    @Embedded
    protected StoredMarking marking;

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID caseId() {
        return caseId;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public String programme() {
        return programme;
    }

    public Kind kind() {
        return kind;
    }

    public Status status() {
        return status;
    }

    public String stage() {
        return stage;
    }

    public String agency() {
        return agency;
    }

    public int revision() {
        return revision;
    }

    public Integer submittedRevision() {
        return submittedRevision;
    }

    /** Null while it isn't on hold. */
    public Pause pause() {
        return pause;
    }

    boolean returnedAsItStands() {
        return lastReturn != null && lastReturn.revision() == revision;
    }

    /** Null if it never came back. */
    public LastReturn lastReturn() {
        return lastReturn;
    }

    public Instant acceptedAt() {
        return acceptedAt;
    }

    public Instant stagePassedAt() {
        return stagePassedAt;
    }

    public UUID packageId() {
        return packageId;
    }

    public UUID supersedes() {
        return supersedes;
    }

    public UUID takenUpBy() {
        return takenUpBy;
    }

    public UUID listingId() {
        return listingId;
    }

    /** What lists, duplicate checks and hashes take of the revision that stands. */
    public Headline headline() {
        return headline;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Marking marking() {
        return marking.marking();
    }
}
