package lockstep.listing.listing;

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
import java.util.SortedMap;
import java.util.UUID;
import lockstep.listing.programme.Kind;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.subject.Name;
import lockstep.listing.subject.SubjectText;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A target on a programme's list, as it was decided and released; public from its first moment, never rewritten: what changes or ends it is an
 * act of its own.
 */
@Entity
@Immutable
@Table(name = "listing")
public class Listing {
    /** In force or not. */
    public enum Status {
        ACTIVE,
        /** An amendment or renewal has taken its place. */
        SUPERSEDED,
        REMOVED,
        /** Listed by an urgent procedure and not confirmed in time, or on a list that was not renewed. */
        EXPIRED
    }

    /**
     * A row that the authority prints, in parts and as text, with the SHA-256 (hex) of the text.
     *
     * @param language ISO 639; null where it was released before rows named theirs
     */
    public record Output(String format, String language, Object parts, String text, String sha256) {}

    /** By which acts, e.g. a Decision and a Regulation of the Council. */
    public record AuthorityRef(String type, String number) {}

    /** What the list says of a target; reasons and exhibits stay with the case. */
    public record Printed(SubjectText subject, List<String> criteria, SortedMap<String, String> terms) {}

    @Id
    private UUID id;

    @Version
    private long version;

    private String programme;

    @Column(name = "proposal_id")
    private UUID proposalId;

    @Column(name = "package_id")
    private UUID packageId;

    @Column(name = "case_id")
    private UUID caseId;

    private int revision;

    @Column(name = "content_hash")
    private String contentHash;

    /** Of the text with its formal corrections, which is the one that is printed; null: none was made. */
    @Column(name = "corrected_hash")
    private String correctedHash;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String number;
    private String name;

    @Column(name = "native_name")
    private String nativeName;

    @Column(name = "native_language")
    private String nativeLanguage;

    private String country;
    private String ground;

    @JdbcTypeCode(SqlTypes.JSON)
    private Printed printed;

    private List<String> keys;

    @Column(name = "listed_date")
    private LocalDate listedDate;

    @Column(name = "in_force")
    private LocalDate inForce;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /** The listing whose place it takes, or null. */
    private UUID amends;

    @Column(name = "ended_at", insertable = false)
    private Instant endedAt;

    /** When it ends by itself unless it is confirmed; null: never. */
    @Column(name = "lapses_at")
    private Instant lapsesAt;

    /** When it ends unless its list is renewed as a whole; null: its list has no term. */
    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "succeeded_by", insertable = false)
    private UUID succeededBy;

    @Enumerated(EnumType.STRING)
    private Status status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "authority_refs")
    private List<AuthorityRef> authorityRefs;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Output> outputs;

    protected Listing() {}

    public Listing(
            UUID id,
            UUID proposalId,
            UUID caseId,
            ProposalText text,
            ListingRelease release,
            Instant publishedAt,
            Instant now) {
        this.id = id;
        this.proposalId = proposalId;
        this.caseId = caseId;
        this.programme = text.programme();
        this.kind = text.kind();
        this.packageId = release.packageId();
        this.revision = release.revision();
        this.contentHash = release.contentHash();
        this.correctedHash = release.correctedHash();
        this.number = release.number();
        this.name = text.subject().primaryName();
        Name original = text.subject().nativeName().orElse(null);
        this.nativeName = original == null ? null : original.full();
        this.nativeLanguage = original == null ? null : original.language();
        this.country = text.subject().country();
        this.ground = text.ground();
        this.printed = new Printed(text.subject(), text.criteria(), text.terms());
        this.keys = List.copyOf(text.subject().duplicateKeys());
        this.listedDate = release.listedDate();
        this.inForce = release.inForce();
        this.publishedAt = publishedAt;
        this.recordedAt = now;
        this.amends = release.amends();
        this.lapsesAt = release.lapsesAt();
        this.expiresAt = release.expiresAt();
        this.status = Status.ACTIVE;
        this.authorityRefs = release.authorityRefs();
        this.outputs = release.outputs();
    }

    public UUID id() {
        return id;
    }

    public String programme() {
        return programme;
    }

    public UUID proposalId() {
        return proposalId;
    }

    public UUID packageId() {
        return packageId;
    }

    public UUID caseId() {
        return caseId;
    }

    public int revision() {
        return revision;
    }

    public String contentHash() {
        return contentHash;
    }

    public String correctedHash() {
        return correctedHash;
    }

    public Kind kind() {
        return kind;
    }

    public String number() {
        return number;
    }

    public String name() {
        return name;
    }

    public String nativeName() {
        return nativeName;
    }

    public String nativeLanguage() {
        return nativeLanguage;
    }

    public String country() {
        return country;
    }

    public String ground() {
        return ground;
    }

    public Printed printed() {
        return printed;
    }

    public LocalDate listedDate() {
        return listedDate;
    }

    public LocalDate inForce() {
        return inForce;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public UUID amends() {
        return amends;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public Instant lapsesAt() {
        return lapsesAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public UUID succeededBy() {
        return succeededBy;
    }

    public Status status() {
        return status;
    }

    public List<AuthorityRef> authorityRefs() {
        return authorityRefs;
    }

    public List<Output> outputs() {
        return outputs;
    }
}
