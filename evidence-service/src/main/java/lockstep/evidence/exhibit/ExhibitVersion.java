package lockstep.evidence.exhibit;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.evidence.access.VersionRef;

/** One version of an exhibit: its description never changes, and its content is put once. */
@Entity
@Table(name = "exhibit_version")
public class ExhibitVersion {
    @Id
    private UUID id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "exhibit_id")
    private Exhibit exhibit;

    private int n;

    @Column(name = "case_id")
    private UUID caseId;

    private String originator;

    @Embedded
    private StoredDescription said;

    @Column(name = "declared_sha256")
    private String declaredSha256;

    private String reason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_account")
    private String createdAccount;

    @Column(name = "blob_id")
    private UUID blobId;

    private String sha256;
    private Long size;

    @Column(name = "detected_media_type")
    private String detectedMediaType;

    @Column(name = "held_at")
    private Instant heldAt;

    protected ExhibitVersion() {}

    ExhibitVersion(Exhibit exhibit, int n, Description said, String reason, Actor by, UUID id, Instant at) {
        this.id = id;
        this.exhibit = exhibit;
        this.n = n;
        this.caseId = exhibit.caseId();
        this.originator = exhibit.originator();
        this.said = StoredDescription.of(said);
        this.declaredSha256 = said.declaredSha256();
        this.reason = reason;
        this.createdAt = at;
        this.createdBy = by.sub();
        this.createdAccount = by.account();
    }

    /** Holds this content from now on; whether it may is the exhibit's business. */
    void hold(Content content) {
        this.blobId = content.blobId();
        this.sha256 = content.sha256();
        this.size = content.size();
        this.detectedMediaType = content.detectedMediaType();
        this.heldAt = content.heldAt();
    }

    /** Marks it anew: only downwards, by its originator's decision; the file and all that was said of it stay. */
    void remark(Marking lower) {
        said.remark(lower);
    }

    public UUID id() {
        return id;
    }

    public Description description() {
        return said.description(declaredSha256);
    }

    public boolean held() {
        return blobId != null;
    }

    public VersionState state() {
        if (exhibit.disposed()) {
            return VersionState.DISPOSED;
        }
        if (exhibit.frozen()) {
            return VersionState.FROZEN;
        }
        if (exhibit.withdrawn()) {
            return VersionState.WITHDRAWN;
        }
        if (exhibit.pointer()) {
            return VersionState.POINTER;
        }
        return held() ? VersionState.HELD : VersionState.AWAITING_CONTENT;
    }

    public VersionRef ref() {
        return new VersionRef(exhibit.id(), n);
    }

    public Marking marking() {
        return said.marking();
    }

    public Exhibit exhibit() {
        return exhibit;
    }

    public int n() {
        return n;
    }

    public UUID caseId() {
        return caseId;
    }

    public String originator() {
        return originator;
    }

    public String title() {
        return said.title();
    }

    public String mediaType() {
        return said.mediaType();
    }

    public String declaredSha256() {
        return declaredSha256;
    }

    public String reason() {
        return reason;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public String createdAccount() {
        return createdAccount;
    }

    public UUID blobId() {
        return blobId;
    }

    public String sha256() {
        return sha256;
    }

    public Long size() {
        return size;
    }

    public String detectedMediaType() {
        return detectedMediaType;
    }

    public boolean mediaTypeContradicted() {
        return MediaTypes.contradict(mediaType(), detectedMediaType);
    }

    /** Empty: there is no viewer for this kind of file. */
    public Optional<Viewer> viewer() {
        return held() ? MediaTypes.viewer(mediaType(), detectedMediaType) : Optional.empty();
    }

    public Instant heldAt() {
        return heldAt;
    }
}
