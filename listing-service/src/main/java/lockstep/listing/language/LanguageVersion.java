package lockstep.listing.language;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.proposal.Hashes;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One writing of a revision in one language, never rewritten: a better one is another version. */
@Entity
@Table(name = "language_version")
public class LanguageVersion {
    @Id
    private UUID id;

    @Column(name = "proposal_id", updatable = false)
    private UUID proposalId;

    @Column(updatable = false)
    private int revision;

    @Column(updatable = false)
    private String language;

    @Column(updatable = false)
    private int n;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private LanguageText text;

    /** Of the decided text that it says anew. */
    @Column(name = "of_hash", updatable = false)
    private String ofHash;

    @Column(updatable = false)
    private String sha256;

    @Column(name = "written_by", updatable = false)
    private String writtenBy;

    @Column(name = "written_account", updatable = false)
    private String writtenAccount;

    @Column(name = "written_agency", updatable = false)
    private String writtenAgency;

    @Column(name = "written_at", updatable = false)
    private Instant writtenAt;

    @Column(name = "confirmed_by")
    private String confirmedBy;

    @Column(name = "confirmed_account")
    private String confirmedAccount;

    @Column(name = "confirmed_agency")
    private String confirmedAgency;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    protected LanguageVersion() {}

    /** Of which revision, with the hash of its text. */
    record Of(UUID proposalId, int revision, String hash) {}

    /** What its own hash is over (RFC 8785): it can't be taken for a version of another text or language. */
    private record Bound(UUID proposalId, int revision, String ofHash, String language, LanguageText text) {}

    LanguageVersion(Of of, String language, int n, LanguageText text, Actor by, Instant at) {
        this.id = UUID.randomUUID();
        this.proposalId = of.proposalId();
        this.revision = of.revision();
        this.language = language;
        this.n = n;
        this.text = text;
        this.ofHash = of.hash();
        this.sha256 = Hashes.of(new Bound(of.proposalId(), of.revision(), of.hash(), language, text));
        this.writtenBy = by.sub();
        this.writtenAccount = by.account();
        this.writtenAgency = by.agency().code();
        this.writtenAt = at;
    }

    void confirm(Actor by, Instant at) {
        confirmedBy = by.sub();
        confirmedAccount = by.account();
        confirmedAgency = by.agency().code();
        confirmedAt = at;
    }

    /** By another person than its writer. */
    public boolean confirmed() {
        return confirmedBy != null;
    }

    boolean writtenBy(Actor actor) {
        return writtenBy.equals(actor.sub());
    }

    public UUID proposalId() {
        return proposalId;
    }

    public int revision() {
        return revision;
    }

    public String language() {
        return language;
    }

    public int n() {
        return n;
    }

    public LanguageText text() {
        return text;
    }

    public String ofHash() {
        return ofHash;
    }

    public String sha256() {
        return sha256;
    }

    public String writtenAccount() {
        return writtenAccount;
    }

    public String writtenAgency() {
        return writtenAgency;
    }

    public Instant writtenAt() {
        return writtenAt;
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
}
