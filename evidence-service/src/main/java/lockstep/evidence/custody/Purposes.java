package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.Fields;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** What a person last said to open exhibits of a case for, so that the next form begins with it; nobody else's to see. */
@ApplicationScoped
public class Purposes {
    private static final int MOST_SAID = 500;

    private final Sql sql;
    private final InstantSource clock;

    Purposes(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** As it was sent, or null: blank is not said. */
    public static String said(String pointer, String purpose) {
        if (purpose == null || purpose.isBlank()) {
            return null;
        }
        Fields fields = new Fields();
        String line = fields.line(pointer, purpose, MOST_SAID);
        fields.refuseWrong();
        return line;
    }

    @ReadOnly
    public Optional<String> last(UUID caseId, Actor of) {
        return sql.first(
                "select purpose from read_purpose where sub = ? and case_id = ?",
                row -> row.getString(1),
                of.sub(),
                caseId);
    }

    @Transactional
    public void remember(UUID caseId, String purpose, Actor by) {
        sql.update(
                "insert into read_purpose (sub, case_id, purpose, said_at) values (?, ?, ?, ?)"
                        + " on conflict (sub, case_id) do update set purpose = excluded.purpose, said_at = excluded.said_at",
                by.sub(),
                caseId,
                purpose,
                clock.instant());
    }
}
