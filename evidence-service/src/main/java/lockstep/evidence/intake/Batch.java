package lockstep.evidence.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.evidence.exhibit.Description;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.StoredDescription;

/** Files that come together into a case, and what is said about all of them. */
@Entity
@Table(name = "batch")
public class Batch {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "case_id")
    private UUID caseId;

    private String owner;

    @Embedded
    private StoredDescription said;

    private UUID container;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_account")
    private String createdAccount;

    protected Batch() {}

    Batch(UUID id, UUID caseId, Description said, Actor by, Instant at) {
        this.id = id;
        this.caseId = caseId;
        this.owner = by.agency().code();
        this.said = StoredDescription.of(said);
        this.createdAt = at;
        this.createdBy = by.sub();
        this.createdAccount = by.account();
    }

    /** What a container is opened into: owned and marked as the container, and said of all parts what was said of it. */
    static Batch into(UUID id, ExhibitVersion container, Description said, Actor by, Instant at) {
        Batch batch = new Batch(id, container.caseId(), said, by, at);
        batch.container = container.id();
        return batch;
    }

    /** What a container was opened into tells what was in it, and nothing else. */
    void mustTakeFiles() {
        if (container != null) {
            throw new ExhibitRefused(ExhibitRefused.Reason.BATCH_OF_PARTS);
        }
    }

    /** What is said of one of its files; what was not said of the file itself is said of all. */
    Description describe(Upload file, String detected) {
        String declared = file.mediaType() == null ? detected : file.mediaType();
        return said.description(null)
                .of(SentFile.title(file.name(), said.title()), declared == null ? said.mediaType() : declared);
    }

    public Description description() {
        return said.description(null);
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public String owner() {
        return owner;
    }

    public Marking marking() {
        return said.marking();
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
}
