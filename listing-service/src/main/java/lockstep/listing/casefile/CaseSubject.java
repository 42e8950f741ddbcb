package lockstep.listing.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import lockstep.auth.Marking;
import lockstep.kit.db.StoredMarking;
import lockstep.listing.subject.SubjectText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A target as the case describes it; a proposal's revision pins the text it was written on. */
@Entity
@Table(name = "subject")
public class CaseSubject {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "case_id", updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private String originator;

    @JdbcTypeCode(SqlTypes.JSON)
    private SubjectText text;

    private String name;
    private String country;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Embedded
    private StoredMarking marking;

    protected CaseSubject() {}

    CaseSubject(UUID id, CaseFile of, SubjectText text, Instant at) {
        this.id = id;
        this.caseId = of.id();
        this.originator = of.originator();
        this.marking = StoredMarking.of(of.marking());
        describe(text, at);
    }

    final void describe(SubjectText newText, Instant at) {
        text = newText;
        name = Objects.requireNonNullElse(newText.primaryName(), "");
        country = newText.country();
        changedAt = at;
    }

    void mark(Marking newMarking) {
        marking = StoredMarking.of(newMarking);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID caseId() {
        return caseId;
    }

    public SubjectText text() {
        return text;
    }
}
