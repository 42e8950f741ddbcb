package lockstep.listing.appointment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.auth.Role;
import lockstep.kit.journal.Protection;
import lockstep.listing.appointment.AppointmentRefused.Reason;

/** One person in one seat or office of a programme, in force only when two other persons have made it so. */
@Entity
@Table(name = "appointment")
public class Appointment {
    /** The office that reads histories; it belongs to no programme's own offices. */
    public static final String AUDITOR = "auditor";

    /** From proposal to its end. */
    public enum Status {
        PROPOSED,
        CONFIRMED,
        ENDED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(updatable = false)
    private String sub;

    @Column(updatable = false)
    private String account;

    @Column(updatable = false)
    private String agency;

    @Column(updatable = false)
    private String programme;

    @Column(updatable = false)
    private String seat;

    /** In lower case: one of the programme's offices, or {@link #AUDITOR}. */
    @Column(updatable = false)
    private String office;

    @Column(updatable = false)
    private boolean alternate;

    @Column(updatable = false)
    private String instrument;

    @Column(name = "covers_agencies", updatable = false)
    private List<String> coversAgencies;

    @Column(name = "covers_programmes", updatable = false)
    private List<String> coversProgrammes;

    @Column(name = "valid_from", updatable = false)
    private Instant validFrom;

    @Column(name = "valid_to")
    private Instant validTo;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "proposed_by", updatable = false)
    private String proposedBy;

    @Column(name = "proposed_at", updatable = false)
    private Instant proposedAt;

    @Column(name = "confirmed_by")
    private String confirmedBy;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "ended_by")
    private String endedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "end_reason")
    private String endReason;

    protected Appointment() {}

    Appointment(UUID id, Wanted wanted, Actor by, Instant at) {
        this.id = id;
        this.sub = wanted.sub();
        this.account = wanted.account();
        this.agency = by.agency().code();
        this.programme = wanted.programme();
        this.seat = wanted.seat();
        this.office = wanted.office();
        this.alternate = wanted.alternate();
        this.instrument = wanted.instrument();
        this.coversAgencies = wanted.covers().agencies();
        this.coversProgrammes = wanted.covers().programmes();
        this.validFrom = wanted.from() == null ? at : wanted.from();
        this.validTo = wanted.to();
        this.status = Status.PROPOSED;
        this.proposedBy = by.sub();
        this.proposedAt = at;
    }

    /** Why this actor can't put it into force, or null. */
    public Reason whyNotConfirmed(Actor by) {
        if (status != Status.PROPOSED) {
            return Reason.NOT_PROPOSED;
        }
        if (!by.of(agency)) {
            return Reason.ANOTHER_AGENCY;
        }
        return by.sub().equals(proposedBy) || by.sub().equals(sub) ? Reason.FOUR_EYES : null;
    }

    /** Why this actor can't end it, or null. */
    public Reason whyNotEnded(Actor by) {
        if (status == Status.ENDED) {
            return Reason.NOT_CONFIRMED;
        }
        return by.of(agency) ? null : Reason.ANOTHER_AGENCY;
    }

    /** Why this actor can't declare its holder away, or null. */
    public Reason whyNotAway(Actor by, Instant now) {
        if (!speaksFor(by)) {
            return Reason.NOT_YOURS;
        }
        return seat == null || alternate || !inForce(now) ? Reason.NOT_A_HOLDER : null;
    }

    /** The holder in person, or a registrar of the agency. */
    private boolean speaksFor(Actor by) {
        return by.of(agency) && (by.sub().equals(sub) || by.has(Role.REGISTRAR));
    }

    /** An alternate of the same seat at that moment, and another person. */
    boolean standsInFor(Appointment holder, Instant then) {
        return alternate
                && inForce(then)
                && programme.equals(holder.programme)
                && holder.seat.equals(seat)
                && !sub.equals(holder.sub);
    }

    void confirm(Actor by, Instant at) {
        AppointmentRefused.unless(whyNotConfirmed(by));
        status = Status.CONFIRMED;
        confirmedBy = by.sub();
        confirmedAt = at;
    }

    void end(Actor by, String reason, Instant at) {
        AppointmentRefused.unless(whyNotEnded(by));
        status = Status.ENDED;
        validTo = at;
        endedBy = by.sub();
        endedAt = at;
        endReason = reason;
    }

    public boolean inForce(Instant at) {
        return status == Status.CONFIRMED && !validFrom.isAfter(at) && (validTo == null || validTo.isAfter(at));
    }

    /** Appointments are no case content: the agency alone reads their history rows, and auditors of the programme. */
    public Protection protection() {
        return new Protection(null, null, agency, Marking.originatorOnly("EU:PUBLIC"), Audience.AGENCY, agency);
    }

    public UUID id() {
        return id;
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

    public String programme() {
        return programme;
    }

    public String seat() {
        return seat;
    }

    public String office() {
        return office;
    }

    public boolean alternate() {
        return alternate;
    }

    public String instrument() {
        return instrument;
    }

    public List<String> coversAgencies() {
        return coversAgencies;
    }

    public List<String> coversProgrammes() {
        return coversProgrammes;
    }

    public Instant validFrom() {
        return validFrom;
    }

    public Instant validTo() {
        return validTo;
    }

    public Status status() {
        return status;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public String confirmedBy() {
        return confirmedBy;
    }
}
