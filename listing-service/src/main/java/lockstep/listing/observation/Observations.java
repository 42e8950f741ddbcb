package lockstep.listing.observation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.listing.Listing;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One letter of a listed party, as it was registered; assessed once, point by point. */
@Entity
@Table(name = "observations")
public class Observations {
    @Id
    private UUID id;

    @Column(name = "listing_id", updatable = false)
    private UUID listingId;

    @Column(name = "proposal_id", updatable = false)
    private UUID proposalId;

    @Column(name = "case_id", updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private String programme;

    @Column(name = "received_on", updatable = false)
    private LocalDate receivedOn;

    @Column(updatable = false)
    private String sender;

    @Column(updatable = false)
    private String text;

    @Column(name = "registered_by", updatable = false)
    private String registeredBy;

    @Column(name = "registered_account", updatable = false)
    private String registeredAccount;

    @Column(name = "registered_agency", updatable = false)
    private String registeredAgency;

    @Column(name = "registered_at", updatable = false)
    private Instant registeredAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Point> points;

    @Column(name = "assessed_by")
    private String assessedBy;

    @Column(name = "assessed_account")
    private String assessedAccount;

    @Column(name = "assessed_agency")
    private String assessedAgency;

    @Column(name = "assessed_at")
    private Instant assessedAt;

    protected Observations() {}

    /** What came in: on which day, from whom (the party or its counsel), and what it says. */
    public record Letter(LocalDate receivedOn, String sender, String text) {}

    Observations(Listing on, Letter letter, Actor by, Instant at) {
        this.id = UUID.randomUUID();
        this.listingId = on.id();
        this.proposalId = on.proposalId();
        this.caseId = on.caseId();
        this.programme = on.programme();
        this.receivedOn = letter.receivedOn();
        this.sender = letter.sender();
        this.text = letter.text();
        this.registeredBy = by.sub();
        this.registeredAccount = by.account();
        this.registeredAgency = by.agency().code();
        this.registeredAt = at;
    }

    void assess(List<Point> found, Actor by, Instant at) {
        points = List.copyOf(found);
        assessedBy = by.sub();
        assessedAccount = by.account();
        assessedAgency = by.agency().code();
        assessedAt = at;
    }

    public boolean assessed() {
        return assessedAt != null;
    }

    public UUID id() {
        return id;
    }

    public UUID listingId() {
        return listingId;
    }

    public UUID proposalId() {
        return proposalId;
    }

    public String programme() {
        return programme;
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    public String sender() {
        return sender;
    }

    public String text() {
        return text;
    }

    public String registeredAccount() {
        return registeredAccount;
    }

    public String registeredAgency() {
        return registeredAgency;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public List<Point> points() {
        return points == null ? List.of() : List.copyOf(points);
    }

    public String assessedAccount() {
        return assessedAccount;
    }

    public String assessedAgency() {
        return assessedAgency;
    }

    public Instant assessedAt() {
        return assessedAt;
    }
}
