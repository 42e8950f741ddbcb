package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** What the policy reads of a release, in Java and in the database: written with the decision, ended with the revocation. */
@ApplicationScoped
public class Grants {
    private final Sql sql;
    private final InstantSource clock;

    Grants(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Of a shared request; {@code copies}: the versions that go out in place of others. */
    void give(ReleaseRequest request, Map<VersionRef, AskedVersion> copies) {
        List<Object[]> rows = new ArrayList<>();
        request.items().stream().filter(ReleaseItem::given).forEach(item -> {
            VersionRef copy = item.redactedCopy();
            VersionRef goesOut = copy == null ? item.ref() : copy;
            rows.add(new Object[] {
                UUID.randomUUID(),
                copy == null ? item.versionId() : copies.get(copy).versionId(),
                request.to().key(),
                request.caseId(),
                request.decidedAt(),
                request.until(),
                request.id(),
                goesOut.exhibitId(),
                goesOut.version(),
                item.ref().exhibitId(),
                item.ref().version(),
                request.purpose(),
                request.noOnward()
            });
        });
        sql.updateAll("""
                insert into release_grant (id, object_id, addressee, case_id, since, until, request_id, exhibit_id, n,
                    for_exhibit_id, for_n, purpose, no_onward)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    /**
     * A live grant of a version, as it is told to whoever it reaches.
     *
     * @param to as grants name it
     */
    public record Given(int version, String to, Instant since, Instant until, String purpose, boolean noOnward) {}

    /** The live grants of an exhibit that reach the reader. */
    @ReadOnly
    public List<Given> reaching(Actor reader, UUID exhibitId) {
        Instant now = clock.instant();
        return sql.rows(
                """
                select g.n, g.addressee, g.since, g.until, g.purpose, g.no_onward from release_grant g
                where g.exhibit_id = ? and g.since <= ? and g.revoked_at is null and (g.until is null or g.until > ?)
                and (g.addressee = any (?) or exists (select from party p where p.case_id = g.case_id and p.agency = ?
                    and g.addressee = 'electorate:' || p.programme)) order by g.n, g.since""",
                row -> new Given(
                        row.getInt(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getObject(4, OffsetDateTime.class) == null
                                ? null
                                : row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5),
                        row.getBoolean(6)),
                exhibitId,
                now,
                now,
                reader.reader().strict(),
                reader.agency().code());
    }

    /**
     * Whether a proposal of the programme is on the table in the case, as far as the reader takes part in it. Of others it isn't
     * told that there are any.
     */
    boolean electorateInSight(String programme, UUID caseId, Actor reader) {
        return sql.first(
                        "select 1 from party where case_id = ? and programme = ? and agency = ? limit 1",
                        row -> true,
                        caseId,
                        programme,
                        reader.agency().code())
                .isPresent();
    }

    void end(UUID requestId, Instant at) {
        sql.update(
                "update release_grant set revoked_at = ? where request_id = ? and revoked_at is null", at, requestId);
    }
}
