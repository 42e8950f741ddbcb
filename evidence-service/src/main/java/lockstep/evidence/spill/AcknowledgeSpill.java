package lockstep.evidence.spill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.release.AskedVersion;
import lockstep.evidence.release.HiddenVersions;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.kit.journal.Protection;

/** An agency whose people opened what was frozen says what became of the copies that they had. */
@ApplicationScoped
public class AcknowledgeSpill {
    private final HiddenVersions hidden;
    private final Journal journal;
    private final InstantSource clock;
    private final Sql sql;

    AcknowledgeSpill(HiddenVersions hidden, Journal journal, InstantSource clock, Sql sql) {
        this.hidden = hidden;
        this.journal = journal;
        this.clock = clock;
        this.sql = sql;
    }

    /** For the originator, with the exhibit. */
    record Acknowledged(UUID exhibitId, int version, UUID spillId, String agency, String note) {}

    /** The exhibits of a spill that the actor's agency is told of; none: there is no such spill for it. */
    @ReadOnly
    public List<UUID> exhibits(UUID spill) {
        return sql.rows(
                "select exhibit_id from spills_read() where spill_id = ? order by exhibit_id",
                row -> row.getObject(1, UUID.class),
                spill);
    }

    /** Of what may be hidden from the actor by now, so that it is journalled under its own marking all the same. */
    public AskedVersion first(List<UUID> exhibits) {
        if (exhibits.isEmpty()) {
            throw new ExhibitRefused(Reason.NOT_FOUND);
        }
        return hidden.of(List.of(new VersionRef(exhibits.getFirst(), 1))).getFirst();
    }

    @Transactional
    public void acknowledge(UUID spill, AskedVersion about, String note, Actor by) {
        int said = sql.update(
                "insert into spill_acknowledgement (spill_id, agency, note, said_by, said_account, said_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                spill,
                by.agency().code(),
                note,
                by.sub(),
                by.account(),
                clock.instant());
        if (said == 0) {
            throw new ExhibitRefused(Reason.ACKNOWLEDGED);
        }
        VersionRef ref = about.ref();
        journal.append(new JournalEntry(
                "exhibit.spill-acknowledged",
                1,
                "exhibit",
                ref.exhibitId(),
                ref.version(),
                null,
                null,
                new Protection(
                        about.caseId(), null, about.originator(), about.marking(), Audience.AGENCY, about.originator()),
                new Acknowledged(
                        ref.exhibitId(), ref.version(), spill, by.agency().code(), note)));
    }
}
