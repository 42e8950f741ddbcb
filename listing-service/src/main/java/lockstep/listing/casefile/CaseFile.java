package lockstep.listing.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.kit.db.StoredMarking;
import lockstep.kit.journal.Protection;

/** One target or network before several legal orders; restricted to its creator's agency from birth. */
@Entity
@Table(name = "casefile")
public class CaseFile {
    @Id
    private UUID id;

    @Version
    private long version;

    private String title;
    private String summary;

    @Column(updatable = false)
    private String originator;

    @Column(name = "opened_by", updatable = false)
    private String openedBy;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    @Embedded
    private StoredMarking marking;

    protected CaseFile() {}

    CaseFile(UUID id, String title, String summary, Marking marking, Actor by, Instant at) {
        this.id = id;
        this.title = title;
        this.summary = summary;
        this.marking = StoredMarking.of(marking);
        this.originator = by.agency().code();
        this.openedBy = by.sub();
        this.openedAt = at;
    }

    void describe(String newTitle, String newSummary, Marking newMarking, Actor by) {
        mustBeCreator(by);
        title = newTitle == null ? title : newTitle;
        summary = newSummary == null ? summary : newSummary;
        marking = newMarking == null ? marking : StoredMarking.of(newMarking);
    }

    void mustBeCreator(Actor by) {
        if (!by.of(originator)) {
            throw new CaseRefused(
                    CaseRefused.Reason.NOT_THE_CREATOR, "Only the agency that opened the case can do this.");
        }
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String title() {
        return title;
    }

    public String summary() {
        return summary;
    }

    public String originator() {
        return originator;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Marking marking() {
        return marking.marking();
    }

    /** What a journal row about this case inherits. */
    public Protection protection() {
        return new Protection(id, null, originator, marking(), Audience.CASE, null);
    }
}
