package lockstep.listing.note;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.listing.note.NoteRefused.Reason;

/** One agency's note on a proposal or a package: its text stays as written, its audience only ever grows. */
@Entity
@Table(name = "internal_note")
public class InternalNote {
    @Id
    private UUID id;

    @Column(name = "proposal_id", updatable = false)
    private UUID proposalId;

    @Column(name = "package_id", updatable = false)
    private UUID packageId;

    @Column(name = "content_hash", updatable = false)
    private String contentHash;

    @Column(updatable = false)
    private String text;

    @Column(updatable = false)
    private String sub;

    @Column(updatable = false)
    private String account;

    @Column(updatable = false)
    private String agency;

    @Column(updatable = false)
    private Instant at;

    @Enumerated(EnumType.STRING)
    private Audience audience;

    @Column(name = "widened_by")
    private String widenedBy;

    @Column(name = "widened_account")
    private String widenedAccount;

    @Column(name = "widened_at")
    private Instant widenedAt;

    protected InternalNote() {}

    InternalNote(Subject on, String text, Actor by, Instant at) {
        this.id = UUID.randomUUID();
        this.proposalId = on.ofPackage() ? null : on.id();
        this.packageId = on.ofPackage() ? on.id() : null;
        this.contentHash = on.contentHash();
        this.text = text;
        this.sub = by.sub();
        this.account = by.account();
        this.agency = by.agency().code();
        this.at = at;
        this.audience = Audience.AGENCY;
    }

    /** Why this actor can't let that audience read it, or null. */
    public Reason whyNotWidened(Audience to, Actor by) {
        if (!by.of(agency)) {
            return Reason.NOT_THE_OWNER;
        }
        if (to.compareTo(audience) <= 0) {
            return Reason.NOT_WIDER;
        }
        return to == Audience.CASE && packageId != null ? Reason.NO_CASE : null;
    }

    void widen(Audience to, Actor by, Instant now) {
        NoteRefused.unless(whyNotWidened(to, by));
        audience = to;
        widenedBy = by.sub();
        widenedAccount = by.account();
        widenedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID proposalId() {
        return proposalId;
    }

    public UUID packageId() {
        return packageId;
    }

    public String contentHash() {
        return contentHash;
    }

    public String text() {
        return text;
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

    public Instant at() {
        return at;
    }

    public Audience audience() {
        return audience;
    }

    public String widenedAccount() {
        return widenedAccount;
    }

    public Instant widenedAt() {
        return widenedAt;
    }
}
