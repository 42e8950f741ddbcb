package lockstep.evidence.release;

import jakarta.persistence.AttributeOverride;
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
import lockstep.evidence.access.Addressee;
import lockstep.evidence.transfer.Transfer;
import lockstep.kit.db.StoredMarking;

/**
 * What is kept of a request, to be read by everybody and written by the verbs of {@link ReleaseRequest} alone. Its fields
 * are protected because the persistence provider weaves them only so into a class that extends it.
 */
@MappedSuperclass
public abstract class ReleaseState {
    @Id
    protected UUID id;

    @Version
    protected long version;

    @Column(name = "case_id")
    protected UUID caseId;

    protected String originator;

    @Enumerated(EnumType.STRING)
    protected ReleaseKind kind;

    @Enumerated(EnumType.STRING)
    protected ReleaseStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_kind")
    protected Addressee.Kind toKind;

    @Column(name = "to_name")
    protected String toName;

    protected String why;

    @Column(name = "asked_until")
    protected Instant askedUntil;

    @Column(name = "asked_agency")
    protected String askedAgency;

    @Column(name = "asked_by")
    protected String askedBy;

    @Column(name = "asked_account")
    protected String askedAccount;

    @Column(name = "asked_at")
    protected Instant askedAt;

    @Column(name = "asked_level")
    protected String askedLevel;

    @Column(name = "decided_by")
    protected String decidedBy;

    @Column(name = "decided_account")
    protected String decidedAccount;

    @Column(name = "decided_at")
    protected Instant decidedAt;

    @Column(name = "decision_reason")
    protected String decisionReason;

    protected String purpose;
    protected Instant until;

    @Column(name = "no_onward")
    protected boolean noOnward;

    @Column(name = "ended_by")
    protected String endedBy;

    @Column(name = "ended_account")
    protected String endedAccount;

    @Column(name = "ended_at")
    protected Instant endedAt;

    @Column(name = "end_reason")
    protected String endReason;

    /** On which legal basis what is granted goes to another legal order; null where it takes no personal data there. */
    @Embedded
    protected StoredTransfer transfer;

    @Embedded
    @AttributeOverride(name = "level", column = @Column(name = "m_level"))
    @AttributeOverride(name = "orcon", column = @Column(name = "m_orcon"))
    @AttributeOverride(name = "relTo", column = @Column(name = "m_rel_to", columnDefinition = "text[]"))
    @AttributeOverride(name = "tlp", column = @Column(name = "m_tlp"))
    @AttributeOverride(name = "named", column = @Column(name = "m_named", columnDefinition = "text[]"))
    protected StoredMarking marking;

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public String originator() {
        return originator;
    }

    public ReleaseKind kind() {
        return kind;
    }

    /** Null for a downgrade. */
    public Addressee to() {
        return toKind == null ? null : new Addressee(toKind, toName);
    }

    public String why() {
        return why;
    }

    public Instant askedUntil() {
        return askedUntil;
    }

    public String askedAgency() {
        return askedAgency;
    }

    public String askedBy() {
        return askedBy;
    }

    public String askedAccount() {
        return askedAccount;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public String askedLevel() {
        return askedLevel;
    }

    public String decidedAccount() {
        return decidedAccount;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String decisionReason() {
        return decisionReason;
    }

    public String purpose() {
        return purpose;
    }

    public Instant until() {
        return until;
    }

    public boolean noOnward() {
        return noOnward;
    }

    public String endedAccount() {
        return endedAccount;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public String endReason() {
        return endReason;
    }

    /** Null where what is granted takes no personal data to another legal order. */
    public Transfer transfer() {
        return transfer == null ? null : transfer.transfer();
    }

    /** What a downgrade asks for; null for every other kind. */
    public Marking marking() {
        return marking == null ? null : marking.marking();
    }
}
