package lockstep.listing.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.evidence.ExhibitRef;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A decision that was taken outside Lockstep, as one person of the body's secretariat records it and another confirms. */
@Entity
@Table(name = "recorded_decision")
public class RecordedDecision {
    /** It counts only once confirmed. */
    public enum Status {
        AWAITING_CONFIRMATION,
        CONFIRMED,
        REFUSED
    }

    /** An act by which the body decided. {@code code} is the programme's, {@code number} as printed. */
    public record Act(String type, String number) {}

    /** What a secretary records; {@code leftOut} are entries that the body didn't adopt. */
    public record Minutes(
            String body,
            LocalDate date,
            boolean adopted,
            List<Act> instruments,
            List<UUID> leftOut,
            ExhibitRef actExhibit) {
        public Minutes {
            instruments = instruments == null ? List.of() : List.copyOf(instruments);
            leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
        }
    }

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "package_id", updatable = false)
    private UUID packageId;

    @Column(updatable = false)
    private String stage;

    @Column(updatable = false)
    private String body;

    @Column(name = "decided_on", updatable = false)
    private LocalDate decidedOn;

    @Column(updatable = false)
    private boolean adopted;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private List<Act> instruments;

    @Column(name = "left_out", updatable = false)
    private List<UUID> leftOut;

    @Column(name = "package_hash", updatable = false)
    private String packageHash;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "act_exhibit", updatable = false)
    private ExhibitRef actExhibit;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "recorded_by", updatable = false)
    private String recordedBy;

    @Column(name = "recorded_account", updatable = false)
    private String recordedAccount;

    @Column(name = "recorded_at", updatable = false)
    private Instant recordedAt;

    @Column(name = "confirmed_by")
    private String confirmedBy;

    @Column(name = "confirmed_account")
    private String confirmedAccount;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    private String refusal;

    protected RecordedDecision() {}

    RecordedDecision(UUID id, Package of, Minutes minutes, Actor by, Instant at) {
        this.id = id;
        this.packageId = of.id();
        this.stage = of.stage();
        this.body = minutes.body();
        this.decidedOn = minutes.date();
        this.adopted = minutes.adopted();
        this.instruments = minutes.instruments();
        this.leftOut = minutes.leftOut();
        this.packageHash = of.hash();
        this.actExhibit = minutes.actExhibit();
        this.status = Status.AWAITING_CONFIRMATION;
        this.recordedBy = by.sub();
        this.recordedAccount = by.account();
        this.recordedAt = at;
    }

    void confirm(Actor by, Instant at) {
        secondPerson(by);
        status = Status.CONFIRMED;
        confirmedBy = by.sub();
        confirmedAccount = by.account();
        confirmedAt = at;
    }

    void refuse(Actor by, String reason, Instant at) {
        secondPerson(by);
        status = Status.REFUSED;
        confirmedBy = by.sub();
        confirmedAccount = by.account();
        confirmedAt = at;
        refusal = reason;
    }

    private void secondPerson(Actor by) {
        DecisionRefused.when(
                status != Status.AWAITING_CONFIRMATION,
                Reason.NOT_AWAITING_CONFIRMATION,
                "This record doesn't await confirmation.");
        DecisionRefused.when(
                by.sub().equals(recordedBy), Reason.FOUR_EYES, "Another person of the secretariat confirms a record.");
    }

    public UUID id() {
        return id;
    }

    public UUID packageId() {
        return packageId;
    }

    public String stage() {
        return stage;
    }

    public String body() {
        return body;
    }

    public LocalDate decidedOn() {
        return decidedOn;
    }

    public boolean adopted() {
        return adopted;
    }

    public List<Act> instruments() {
        return instruments;
    }

    public List<UUID> leftOut() {
        return leftOut;
    }

    public String packageHash() {
        return packageHash;
    }

    public ExhibitRef actExhibit() {
        return actExhibit;
    }

    public Status status() {
        return status;
    }

    public String recordedAccount() {
        return recordedAccount;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String confirmedAccount() {
        return confirmedAccount;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    public String refusal() {
        return refusal;
    }
}
