package lockstep.listing.correction;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is kept of a formal correction; what can be done with it is {@link Correction}. */
@MappedSuperclass
public abstract class CorrectionState {
    @Id
    UUID id;

    @Version
    long version;

    @Column(name = "package_id", updatable = false)
    UUID packageId;

    @Column(name = "proposal_id", updatable = false)
    UUID proposalId;

    @Column(name = "case_id", updatable = false)
    UUID caseId;

    @Column(updatable = false)
    String programme;

    @Column(updatable = false)
    int revision;

    @Enumerated(EnumType.STRING)
    CorrectionStatus status;

    @Column(updatable = false)
    String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    List<Change> changes;

    @Column(name = "decided_hash", updatable = false)
    String decidedHash;

    @Column(name = "from_hash", updatable = false)
    String fromHash;

    @Column(name = "correction_hash", updatable = false)
    String correctionHash;

    @Column(name = "to_hash", updatable = false)
    String toHash;

    @Column(name = "made_by", updatable = false)
    String madeBy;

    @Column(name = "made_account", updatable = false)
    String madeAccount;

    @Column(name = "made_agency", updatable = false)
    String madeAgency;

    @Column(name = "made_at", updatable = false)
    Instant madeAt;

    @Column(name = "confirmed_by")
    String confirmedBy;

    @Column(name = "confirmed_account")
    String confirmedAccount;

    @Column(name = "confirmed_agency")
    String confirmedAgency;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    @Column(name = "period_ends_at")
    Instant periodEndsAt;

    List<String> electorate;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "ended_account")
    String endedAccount;

    @Column(name = "ended_agency")
    String endedAgency;

    @Column(name = "ended_seat")
    String endedSeat;

    @Column(name = "ended_why")
    String endedWhy;

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID packageId() {
        return packageId;
    }

    public UUID proposalId() {
        return proposalId;
    }

    public UUID caseId() {
        return caseId;
    }

    public String programme() {
        return programme;
    }

    public int revision() {
        return revision;
    }

    public CorrectionStatus status() {
        return status;
    }

    public String reason() {
        return reason;
    }

    public List<Change> changes() {
        return changes;
    }

    public String decidedHash() {
        return decidedHash;
    }

    public String fromHash() {
        return fromHash;
    }

    public String correctionHash() {
        return correctionHash;
    }

    public String toHash() {
        return toHash;
    }

    public String madeBy() {
        return madeBy;
    }

    public String madeAccount() {
        return madeAccount;
    }

    public String madeAgency() {
        return madeAgency;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public String confirmedAccount() {
        return confirmedAccount;
    }

    public String confirmedAgency() {
        return confirmedAgency;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    /** Until when a seat can demand a new round; null before a lawyer has confirmed it. */
    public Instant periodEndsAt() {
        return periodEndsAt;
    }

    /** The seats of the last passed round, which see it; empty before it is confirmed and where no round was held. */
    public List<String> electorate() {
        return electorate;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public String endedAccount() {
        return endedAccount;
    }

    public String endedAgency() {
        return endedAgency;
    }

    public String endedSeat() {
        return endedSeat;
    }

    public String endedWhy() {
        return endedWhy;
    }
}
