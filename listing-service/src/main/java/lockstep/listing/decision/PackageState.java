package lockstep.listing.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.kit.db.StoredMarking;
import lockstep.kit.journal.Protection;

/**
 * What is kept of a package, to be read by everybody and written by the verbs of {@link Package} alone. Its fields are
 * protected because the persistence provider weaves them only so into a class that extends it.
 */
@MappedSuperclass
public abstract class PackageState {
    @Id
    protected UUID id;

    @Version
    protected long version;

    @Embedded
    protected Designation named;

    @Enumerated(EnumType.STRING)
    protected PackageStatus status;

    protected String stage;

    @Column(updatable = false)
    protected String kinds;

    protected String hash;

    @Column(updatable = false)
    protected String originator;

    @Column(name = "formed_by", updatable = false)
    protected String formedBy;

    @Column(name = "formed_at", updatable = false)
    protected Instant formedAt;

    @Column(name = "stage_passed_at")
    protected Instant stagePassedAt;

    protected List<String> outvoted;

    @Column(name = "window_ends_at")
    protected Instant windowEndsAt;

    @Embedded
    protected Release release;

    @Column(name = "published_at")
    protected Instant publishedAt;

    @Embedded
    protected StoredMarking marking;

    public Protection protection() {
        return new Protection(null, id, originator, marking(), Audience.ELECTORATE, null);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public Designation named() {
        return named;
    }

    public String programme() {
        return named.programme();
    }

    public PackageStatus status() {
        return status;
    }

    public String stage() {
        return stage;
    }

    public String kinds() {
        return kinds;
    }

    public String hash() {
        return hash;
    }

    public Instant formedAt() {
        return formedAt;
    }

    public Instant stagePassedAt() {
        return stagePassedAt;
    }

    public List<String> outvoted() {
        return outvoted;
    }

    public Instant windowEndsAt() {
        return windowEndsAt;
    }

    /** When and how it is released; all null until it is scheduled. */
    public Release release() {
        return release == null ? Release.NONE : release;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public Marking marking() {
        return marking.marking();
    }
}
