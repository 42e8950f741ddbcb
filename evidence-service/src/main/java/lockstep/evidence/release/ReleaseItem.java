package lockstep.evidence.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import lockstep.evidence.access.VersionRef;

/** One version that a request names, and what was decided of it. */
@Entity
@Table(name = "release_item")
public class ReleaseItem {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id")
    private ReleaseRequest request;

    @Column(name = "exhibit_id")
    private UUID exhibitId;

    private int n;

    @Column(name = "version_id")
    private UUID versionId;

    private Boolean granted;

    @Column(name = "redacted_exhibit_id")
    private UUID redactedExhibitId;

    @Column(name = "redacted_n")
    private Integer redactedN;

    @Column(name = "case_id")
    private UUID caseId;

    private String originator;

    @Column(name = "asked_agency")
    private String askedAgency;

    protected ReleaseItem() {}

    ReleaseItem(UUID id, ReleaseRequest request, AskedVersion version) {
        this.id = id;
        this.request = request;
        this.exhibitId = version.ref().exhibitId();
        this.n = version.ref().version();
        this.versionId = version.versionId();
        this.caseId = request.caseId();
        this.originator = request.originator();
        this.askedAgency = request.askedAgency();
    }

    void decide(boolean grant, VersionRef redactedCopy) {
        granted = grant;
        if (grant && redactedCopy != null) {
            redactedExhibitId = redactedCopy.exhibitId();
            redactedN = redactedCopy.version();
        }
    }

    public VersionRef ref() {
        return new VersionRef(exhibitId, n);
    }

    public UUID versionId() {
        return versionId;
    }

    /** Null until it is decided. */
    public Boolean granted() {
        return granted;
    }

    public boolean given() {
        return Boolean.TRUE.equals(granted);
    }

    /** What goes out in its place, or null. */
    public VersionRef redactedCopy() {
        return redactedExhibitId == null ? null : new VersionRef(redactedExhibitId, redactedN);
    }
}
