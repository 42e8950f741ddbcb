package lockstep.listing.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.evidence.ExhibitRef;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What one seat said in a round, bound to the package hash it read; replaced by another vote, never removed. */
@Entity
@Table(name = "vote")
public class Vote {
    /** Why a vote no longer counts: the seat has said something else. */
    static final String CHANGED = "changed";

    /** A reserve that became nothing by its date. */
    static final String LAPSED = "lapsed";

    @Id
    private UUID id;

    @Column(name = "round_id", updatable = false)
    private UUID roundId;

    @Column(name = "package_id", updatable = false)
    private UUID packageId;

    @Column(updatable = false)
    private String seat;

    @Column(updatable = false)
    private String sub;

    @Column(updatable = false)
    private String account;

    @Column(updatable = false)
    private String agency;

    @Column(name = "appointment_id", updatable = false)
    private UUID appointmentId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Choice choice;

    @Column(updatable = false)
    private List<UUID> entries;

    @Column(updatable = false)
    private String reason;

    @Column(name = "reserve_until", updatable = false)
    private Instant reserveUntil;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private List<ExhibitRef> without;

    @Column(name = "package_hash", updatable = false)
    private String packageHash;

    @Column(updatable = false)
    private Instant at;

    @Embedded
    private StandsFor standsFor;

    @Column(name = "superseded_at")
    private Instant supersededAt;

    @Column(name = "superseded_why")
    private String supersededWhy;

    @Column(name = "lifted_reason")
    private String liftedReason;

    protected Vote() {}

    /** What a voter sends. */
    public record Ballot(
            Choice choice, List<UUID> entries, String reason, Instant reserveUntil, List<ExhibitRef> without) {
        public Ballot {
            entries = entries == null ? List.of() : List.copyOf(entries);
            reason = reason == null ? "" : reason.strip();
            without = without == null ? List.of() : List.copyOf(without);
        }

        boolean sameAs(Vote vote) {
            return choice == vote.choice
                    && entries.equals(vote.entries)
                    && reason.equals(vote.reason)
                    && java.util.Objects.equals(reserveUntil, vote.reserveUntil);
        }
    }

    /** {@code standsFor} null: the holder in person. */
    Vote(Round of, String seat, UUID appointment, StandsFor standsFor, Ballot ballot, Actor by, Instant at) {
        this.id = UUID.randomUUID();
        this.roundId = of.id();
        this.packageId = of.packageId();
        this.seat = seat;
        this.sub = by.sub();
        this.account = by.account();
        this.agency = by.agency().code();
        this.appointmentId = appointment;
        this.standsFor = standsFor;
        this.choice = ballot.choice();
        this.entries = ballot.entries();
        this.reason = ballot.reason();
        this.reserveUntil = ballot.reserveUntil();
        this.without = ballot.without();
        this.packageHash = of.packageHash();
        this.at = at;
    }

    /** The system's entry for a seat that said nothing until the deadline of a silence procedure. */
    static Vote silent(Round of, Count.ElectorateSeat seat, Instant at) {
        Vote vote = new Vote();
        vote.id = UUID.randomUUID();
        vote.roundId = of.id();
        vote.packageId = of.packageId();
        vote.seat = seat.seat();
        vote.sub = "system:close-rounds";
        vote.account = "";
        vote.agency = seat.agency();
        vote.choice = Choice.SILENT_CONSENT;
        vote.entries = List.of();
        vote.reason = "";
        vote.without = List.of();
        vote.packageHash = of.packageHash();
        vote.at = at;
        return vote;
    }

    void supersede(String why, Instant when) {
        supersededAt = when;
        supersededWhy = why;
    }

    void lift(String why, Instant when) {
        liftedReason = why;
        supersede("lifted", when);
    }

    public boolean live() {
        return supersededAt == null;
    }

    /** For whom it was said; null: by the holder in person. */
    public StandsFor standsFor() {
        return standsFor;
    }

    public String seat() {
        return seat;
    }

    public String sub() {
        return sub;
    }

    public String account() {
        return account;
    }

    public String agency() {
        return agency;
    }

    public Choice choice() {
        return choice;
    }

    public List<UUID> entries() {
        return entries;
    }

    public String reason() {
        return reason;
    }

    public Instant reserveUntil() {
        return reserveUntil;
    }

    public Instant at() {
        return at;
    }

    public String supersededWhy() {
        return supersededWhy;
    }

    public String liftedReason() {
        return liftedReason;
    }
}
