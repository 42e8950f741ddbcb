package lockstep.evidence.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.auth.Reader;
import lockstep.kit.db.Sql;

/** Reads how the acting person stands to a case; the caller's transaction must be that person's. */
@ApplicationScoped
public class Access {
    private final Sql sql;
    private final Agencies agencies;
    private final InstantSource clock;

    public Access(Sql sql, Agencies agencies, InstantSource clock) {
        this.sql = sql;
        this.agencies = agencies;
        this.clock = clock;
    }

    public CaseAccess of(Actor actor, UUID caseId) {
        String agency = actor.agency().code();
        return new CaseAccess(
                actor.reader(),
                caseId,
                participates(agency, caseId),
                recused(actor.sub(), caseId),
                cited(agency, caseId),
                partyTo(agency, caseId),
                released(actor.reader(), caseId),
                agencies.inactive());
    }

    private boolean participates(String agency, UUID caseId) {
        Instant now = clock.instant();
        return sql.first("""
                        select 1 from participation where case_id = ? and agency = ?
                        and since <= ? and (until is null or until > ?)""", row -> true, caseId, agency, now, now).isPresent();
    }

    private boolean recused(String sub, UUID caseId) {
        return sql.first("select 1 from recusal where case_id = ? and sub = ?", row -> true, caseId, sub)
                .isPresent();
    }

    /** A redacted copy counts where the version that it stands for is cited. */
    private Set<VersionRef> cited(String agency, UUID caseId) {
        Instant now = clock.instant();
        return Set.copyOf(sql.rows("""
                select c.exhibit_id, c.n from citation c join party p on p.scope_id = c.proposal_id
                where c.case_id = ? and p.agency = ?
                union
                select g.exhibit_id, g.n from release_grant g
                join citation c on c.exhibit_id = g.for_exhibit_id and c.n = g.for_n and c.case_id = g.case_id
                join party p on p.scope_id = c.proposal_id
                where g.case_id = ? and p.agency = ?
                and g.since <= ? and g.revoked_at is null and (g.until is null or g.until > ?)""", ref(), caseId, agency, caseId, agency, now, now));
    }

    private static Sql.Row<VersionRef> ref() {
        return row -> new VersionRef(row.getObject(1, UUID.class), row.getInt(2));
    }

    private Set<UUID> partyTo(String agency, UUID caseId) {
        return Set.copyOf(sql.rows(
                "select distinct scope_id from party where case_id = ? and agency = ?",
                row -> row.getObject(1, UUID.class),
                caseId,
                agency));
    }

    /** To the agency by its code or one of its groups, or to the electorate of a programme that has a proposal here. */
    private Set<VersionRef> released(Reader reader, UUID caseId) {
        Instant now = clock.instant();
        return Set.copyOf(sql.rows("""
                select distinct g.exhibit_id, g.n from release_grant g where g.case_id = ?
                and (g.addressee = any (?) or exists (select from party p where p.case_id = g.case_id and p.agency = ?
                    and g.addressee = 'electorate:' || p.programme))
                and g.since <= ? and g.revoked_at is null and (g.until is null or g.until > ?)""", ref(), caseId, reader.strict(), reader.agency(), now, now));
    }
}
