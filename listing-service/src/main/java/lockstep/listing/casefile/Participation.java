package lockstep.listing.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lockstep.kit.db.Sql;

/** Which agencies take part in which case, in which proposal or package, and who is recused: what visibility reads. */
@ApplicationScoped
public class Participation {
    private final Sql sql;

    Participation(Sql sql) {
        this.sql = sql;
    }

    /** One agency in the whole case. */
    public record Member(String agency, String kind, Instant since) {}

    /** From the time that this transaction reads by, so that the agency sees the case in it already. */
    void add(UUID caseId, String agency, String kind, String by) {
        sql.update(
                "insert into participation (case_id, agency, kind, since, by_actor) values (?, ?, ?, acting_now(), ?)",
                caseId,
                agency,
                kind,
                by);
    }

    /** True if it took part until now. */
    boolean end(UUID caseId, String agency, Instant at) {
        return sql.update(
                        "update participation set until = ? where case_id = ? and agency = ? and until is null",
                        at,
                        caseId,
                        agency)
                > 0;
    }

    /** Those who take part now, the creator first; as far as the actor sees them. */
    public List<Member> of(UUID caseId) {
        return sql.rows(
                "select agency, kind, since from participation where case_id = ? and until is null"
                        + " order by kind, since, agency",
                row -> new Member(row.getString(1), row.getString(2), Sql.instant(row, 3)),
                caseId);
    }

    /** True if the agency was invited to the whole case or opened it. */
    public boolean participates(String agency, UUID caseId) {
        return sql.first(
                        "select 1 from participation where case_id = ? and agency = ? and until is null",
                        row -> row.getInt(1),
                        caseId,
                        agency)
                .isPresent();
    }

    /** An agency that is there already in that standing stays since when it was. */
    public void admit(UUID scope, UUID caseId, String agency, String standing, Instant at) {
        sql.update(
                "insert into party (scope_id, case_id, agency, standing, since) values (?, ?, ?, ?, ?) on conflict do nothing",
                scope,
                caseId,
                agency,
                standing,
                at);
    }

    /** True if the acting person is recused from one of these cases. */
    public boolean recused(String sub, Collection<UUID> cases) {
        return !cases.isEmpty()
                && sql.first(
                                "select 1 from recusal where sub = ? and case_id = any (?) limit 1",
                                row -> row.getInt(1),
                                sub,
                                List.copyOf(cases))
                        .isPresent();
    }

    /** False if the person had declared it before. */
    boolean recuse(UUID caseId, String sub, String reason, Instant at) {
        return sql.update(
                        "insert into recusal (case_id, sub, since, reason) values (?, ?, ?, ?) on conflict do nothing",
                        caseId,
                        sub,
                        at,
                        reason)
                > 0;
    }
}
