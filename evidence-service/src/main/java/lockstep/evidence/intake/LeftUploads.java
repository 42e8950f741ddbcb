package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Clearance;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** Which uploads have to be looked after; the database tells it to the jobs alone. */
@ApplicationScoped
class LeftUploads {
    private final Sql sql;

    LeftUploads(Sql sql) {
        this.sql = sql;
    }

    /** All bytes are there, and nobody is at it. */
    record Whole(UUID id, UUID caseId, String owner, String createdBy, String createdAccount, Clearance clearance) {}

    /** Nobody went on with it in time. */
    record Expired(UUID id, UUID caseId) {}

    @ReadOnly
    List<Whole> whole(int most) {
        return sql.rows(
                "select * from uploads_left_whole(?)",
                row -> new Whole(
                        row.getObject("id", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getString("owner"),
                        row.getString("created_by"),
                        row.getString("created_account"),
                        Clearance.valueOf(row.getString("clearance"))),
                most);
    }

    @ReadOnly
    List<Expired> expired(int most) {
        return sql.rows(
                "select * from uploads_expired(?)",
                row -> new Expired(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class)),
                most);
    }
}
