package lockstep.listing.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.Sql;
import lockstep.listing.programme.Office;

/** Who has put a hand to which revision: kept for ever, and read again at each decision for four-eyes. */
@ApplicationScoped
public class Acts {
    private final Sql sql;
    private final ObjectMapper json;

    Acts(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One act as it was recorded; {@code detail} is JSON or null. */
    public record Recorded(
            Act act, int revision, String sub, String account, String agency, Instant at, String note, String detail) {}

    public void record(Proposal of, Act act, Actor by, Office office, Instant at, String note, Object detail) {
        sql.update(
                "insert into revision_act (id, proposal_id, revision, case_id, act, sub, account, agency, office, at, note,"
                        + " detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))",
                UUID.randomUUID(),
                of.id(),
                of.revision(),
                of.caseId(),
                act,
                by.sub(),
                by.account(),
                by.agency().code(),
                office,
                at,
                note == null ? "" : note,
                detail == null ? null : text(detail));
    }

    /** For a publisher's scheduling: the same act on every entry of a package, in one statement. */
    public void recordForPackage(UUID packageId, Act act, Actor by, Instant at) {
        sql.update(
                "insert into revision_act (id, proposal_id, revision, case_id, act, sub, account, agency, at, note)"
                        + " select gen_random_uuid(), e.proposal_id, e.revision, e.case_id, ?, ?, ?, ?, ?, ''"
                        + " from package_entry e where e.package_id = ? and e.left_at is null",
                act,
                by.sub(),
                by.account(),
                by.agency().code(),
                at,
                packageId);
    }

    /** What this person has done to this revision, votes and records of its packages included. */
    public Set<Act> of(Actor actor, UUID proposalId, int revision) {
        return set(sql.rows(
                "select acts_of(?, array[?::uuid], array[?::int])",
                row -> row.getString(1),
                actor.sub(),
                proposalId,
                revision));
    }

    /** The same over all entries that a package has now. */
    public Set<Act> inPackage(Actor actor, UUID packageId) {
        return set(sql.rows(
                "select acts_of(?, array_agg(e.proposal_id), array_agg(e.revision)) from entries_of(?) e"
                        + " where e.left_at is null",
                row -> row.getString(1),
                actor.sub(),
                packageId));
    }

    /** By whom a proposal was made, and who was consulted on the revision that stands (G14). */
    record Consultations(UUID proposalId, String name, String proposing, List<String> consulted) {}

    List<Consultations> consultations(Collection<UUID> proposals) {
        return sql.rows(
                """
                select p.id, p.name, p.agency, array(select a.detail ->> 'agency' from revision_act a
                           where a.proposal_id = p.id and a.revision = p.revision and a.act = 'CONSULT')
                  from proposal p where p.id = any (?) order by p.id
                """,
                row -> new Consultations(
                        row.getObject(1, UUID.class), row.getString(2), row.getString(3), List.of((String[])
                                row.getArray(4).getArray())),
                proposals);
    }

    /** All acts on a proposal, the oldest first. */
    public List<Recorded> all(UUID proposalId) {
        return sql.rows(
                "select act, revision, sub, account, agency, at, note, detail::text from revision_act"
                        + " where proposal_id = ? order by at, id",
                row -> new Recorded(
                        Act.valueOf(row.getString(1)),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Sql.instant(row, 6),
                        row.getString(7),
                        row.getString(8)),
                proposalId);
    }

    private static Set<Act> set(List<String> names) {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        names.forEach(name -> acts.add(Act.valueOf(name)));
        return acts;
    }

    private String text(Object detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
