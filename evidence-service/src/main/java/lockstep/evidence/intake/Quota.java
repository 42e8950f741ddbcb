package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import lockstep.kit.db.Sql;

/** How many bytes an agency has brought into a case, or has said that it will. */
@ApplicationScoped
class Quota {
    private final Sql sql;
    private final IntakeSettings settings;

    Quota(Sql sql, IntakeSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /** Whether so many more would be let in now; nothing is taken up. */
    boolean fits(UUID caseId, String owner, long bytes) {
        long there = sql.first(
                        "select bytes from intake where case_id = ? and owner = ?",
                        row -> row.getLong(1),
                        caseId,
                        owner)
                .orElse(0L);
        return there + bytes <= settings.caseLimit();
    }

    /** Takes them up, unless they would be too many. */
    boolean take(UUID caseId, String owner, long bytes) {
        return bytes <= settings.caseLimit() && sql.update("""
                                insert into intake as i (case_id, owner, bytes) values (?, ?, ?)
                                on conflict (case_id, owner) do update set bytes = i.bytes + excluded.bytes
                                where i.bytes + excluded.bytes <= ?""", caseId, owner, bytes, settings.caseLimit()) == 1;
    }

    void giveBack(Upload upload) {
        sql.update(
                "update intake set bytes = bytes - ? where case_id = ? and owner = ?",
                upload.length(),
                upload.caseId(),
                upload.owner());
    }
}
