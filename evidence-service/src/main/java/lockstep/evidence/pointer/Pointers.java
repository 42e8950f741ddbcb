package lockstep.evidence.pointer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.exhibit.RegisterExhibit;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** Brings pointers into cases, and tells them to whoever sees the record. */
@ApplicationScoped
public class Pointers {
    private final RegisterExhibit register;
    private final Exhibits exhibits;
    private final Sql sql;

    Pointers(RegisterExhibit register, Exhibits exhibits, Sql sql) {
        this.register = register;
        this.exhibits = exhibits;
        this.sql = sql;
    }

    @Transactional
    public ExhibitVersion register(UUID caseId, PointerCheck.Checked said, Actor by) {
        Pointer pointer = said.pointer();
        ExhibitVersion version = register.registerPointer(caseId, said.record(), pointer.level(), by);
        exhibits.flush();
        sql.update(
                "insert into pointer (exhibit_id, version_id, level, place, reference, contact) values (?, ?, ?, ?, ?, ?)",
                version.exhibit().id(),
                version.id(),
                pointer.level(),
                pointer.place(),
                pointer.reference(),
                pointer.contact());
        return version;
    }

    @ReadOnly
    public Pointer of(UUID exhibitId, Actor reader) {
        return exhibits.visibleTo(reader, exhibitId)
                .flatMap(seen -> sql.first(
                        "select level, place, reference, contact from pointer where exhibit_id = ?",
                        row -> new Pointer(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                        exhibitId))
                .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
    }
}
