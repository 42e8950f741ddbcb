package lockstep.evidence.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;

/** The shares of personal data that there were, one for each version that went across; written once, never changed. */
@ApplicationScoped
public class Shares {
    private final Sql sql;

    Shares(Sql sql) {
        this.sql = sql;
    }

    /** What went across. */
    public record What(VersionRef version, UUID caseId, String originator, PersonalData personalData) {}

    /**
     * How it went.
     *
     * @param request the release, or null where it was handed over outside of Lockstep
     * @param kind of the release, or what was handed over
     * @param recipient as grants name it, or who it was handed to
     */
    public record How(Way way, UUID request, String kind, String recipient) {}

    /** By what it went. */
    public enum Way {
        RELEASE,
        TRANSFER
    }

    /**
     * One share.
     *
     * @param personalData null: nothing was said, which counts as if it held some
     * @param necessity null where its reader is an auditor, to whom words aren't granted
     */
    public record Share(
            UUID id,
            UUID caseId,
            UUID exhibitId,
            int version,
            Way way,
            UUID requestId,
            String kind,
            String recipient,
            List<String> countries,
            String legalBasis,
            String text,
            String necessity,
            PersonalData personalData,
            Instant at,
            String account) {}

    /** In the running transaction, by whoever decided. */
    public void record(UUID id, What what, How how, Transfer on, Instant at, Actor by) {
        sql.update(
                "insert into personal_data_share (id, exhibit_id, n, case_id, originator, way, request_id, kind, recipient,"
                        + " countries, legal_basis, legal_basis_text, necessity, personal_data, shared_at, shared_by,"
                        + " shared_account) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                what.version().exhibitId(),
                what.version().version(),
                what.caseId(),
                what.originator(),
                how.way(),
                how.request(),
                how.kind(),
                how.recipient(),
                on.countries(),
                on.legalBasis(),
                on.text(),
                on.necessity(),
                what.personalData(),
                at,
                by.sub(),
                by.account());
    }

    /** Whether the acting person audits that agency. */
    boolean audits(String agency) {
        return sql.first("select audits_agency(?)", row -> row.getBoolean(1), agency)
                .orElse(false);
    }

    /** Of an agency, the latest first, as the running transaction sees them. */
    List<Share> of(String agency, Period in, Cursor after, int most) {
        return sql.rows(
                "select * from personal_data_share where originator = ? and (cast(? as timestamptz) is null or shared_at >= ?)"
                        + " and (cast(? as timestamptz) is null or shared_at < ?)"
                        + " and (cast(? as timestamptz) is null or (shared_at, id) < (?, ?))"
                        + " order by shared_at desc, id desc limit ?",
                Shares::share,
                agency,
                in.from(),
                in.from(),
                in.to(),
                in.to(),
                after == null ? null : after.instant(0),
                after == null ? null : after.instant(0),
                after == null ? null : after.uuid(1),
                most);
    }

    private static Share share(ResultSet row) throws SQLException {
        String said = row.getString("personal_data");
        return new Share(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("exhibit_id", UUID.class),
                row.getInt("n"),
                Way.valueOf(row.getString("way")),
                row.getObject("request_id", UUID.class),
                row.getString("kind"),
                row.getString("recipient"),
                Arrays.asList((String[]) row.getArray("countries").getArray()),
                row.getString("legal_basis"),
                row.getString("legal_basis_text"),
                row.getString("necessity"),
                said == null ? null : PersonalData.valueOf(said),
                Sql.instant(row, "shared_at"),
                row.getString("shared_account"));
    }

    /** From an instant on, up to another; null: without an end on that side. */
    public record Period(Instant from, Instant to) {}
}
