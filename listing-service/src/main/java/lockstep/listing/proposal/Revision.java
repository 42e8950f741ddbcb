package lockstep.listing.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.kit.db.StoredMarking;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One text of a proposal, never changed once written; before it is submitted only those in the whole case see it. */
@Entity
@Table(name = "revision")
@IdClass(Revision.Key.class)
public class Revision {
    /** A proposal's n-th text, counted from 1. */
    public record Key(UUID proposalId, int n) implements Serializable {}

    @Id
    @Column(name = "proposal_id")
    private UUID proposalId;

    @Id
    private int n;

    @Column(name = "case_id", updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private String originator;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private ProposalText text;

    @Column(name = "content_hash", updatable = false)
    private String contentHash;

    @Column(name = "exhibit_set_hash", updatable = false)
    private String exhibitSetHash;

    @Column(updatable = false)
    private String author;

    @Column(name = "author_account", updatable = false)
    private String authorAccount;

    @Column(updatable = false)
    private Instant at;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Embedded
    private StoredMarking marking;

    protected Revision() {}

    private Revision(Proposal of, ProposalText text, String author, String authorAccount, Instant at) {
        this.proposalId = of.id();
        this.n = of.revision();
        this.caseId = of.caseId();
        this.originator = of.agency();
        this.text = text;
        this.contentHash = of.headline().contentHash();
        this.exhibitSetHash = of.headline().exhibitSetHash();
        this.author = author;
        this.authorAccount = authorAccount;
        this.at = at;
        this.marking = StoredMarking.of(of.marking());
    }

    Revision(Proposal of, ProposalText text, Actor by, Instant at) {
        this(of, text, by.sub(), by.account(), at);
    }

    /** The first revision of what the system opened on a text that was decided: by the same people. */
    Revision(Proposal of, ProposalText text, Revision decided) {
        this(of, text, decided.author, decided.authorAccount, decided.at);
        this.submittedBy = decided.submittedBy;
        this.submittedAt = decided.submittedAt;
    }

    void submitted(Actor by, Instant when) {
        submittedBy = by.sub();
        submittedAt = when;
    }

    void mark(Marking newMarking) {
        marking = StoredMarking.of(newMarking);
    }

    public int n() {
        return n;
    }

    public ProposalText text() {
        return text;
    }

    public String contentHash() {
        return contentHash;
    }

    public String authorAccount() {
        return authorAccount;
    }

    public Instant at() {
        return at;
    }

    public Instant submittedAt() {
        return submittedAt;
    }
}
