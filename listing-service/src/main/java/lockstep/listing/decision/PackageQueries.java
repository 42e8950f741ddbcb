package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.listing.subject.SubjectName;

/** Lists of packages and of their entries, straight from the database, as far as the actor may see them. */
@ApplicationScoped
public class PackageQueries {
    private final Sql sql;

    PackageQueries(Sql sql) {
        this.sql = sql;
    }

    public record Row(
            UUID id,
            String programme,
            String number,
            String title,
            String status,
            String stage,
            int entries,
            Instant formedAt,
            UUID roundId,
            String roundStatus,
            Instant deadline,
            Instant releaseAt) {
        public Cursor cursor() {
            return Cursor.of(formedAt, id);
        }
    }

    /**
     * {@code listedBy}: jurisdictions of other programmes that list the same target: the case's own, or one that was judged
     * to be the same when the proposal was accepted; a likeness that nobody judged doesn't count. {@code listingId}, its
     * {@code listingName}, {@code standingNumber} and {@code standingDate}: of the listing that it is about, or null. {@code sheet}: KEEP, AMEND or DROP of a
     * renewal or removal.
     */
    public record EntryRow(
            UUID proposalId,
            UUID caseId,
            int no,
            SubjectName subject,
            String kind,
            String ground,
            String status,
            int revision,
            String contentHash,
            int exhibits,
            List<String> listedBy,
            String number,
            LocalDate listedDate,
            String standingNumber,
            LocalDate standingDate,
            String sheet,
            UUID listingId,
            String listingName) {}

    /**
     * An entry that is no longer in it, by the number that it had. {@code by} and {@code reason}: whoever carved it out, and
     * what for; null where it went another way.
     */
    public record LeftRow(
            UUID proposalId, int no, SubjectName subject, String why, Instant at, String by, String reason) {}

    @ReadOnly
    public List<LeftRow> left(UUID packageId) {
        return sql.rows(
                """
                select e.proposal_id, e.no, p.name, p.native_name, p.native_language, p.country, e.left_why, e.left_at,
                       carved.account, carved.reason
                  from entries_of(?) e join proposal p on p.id = e.proposal_id
                  left join lateral (
                       select account_of(j.actor) account, convert_from(b.bytes, 'UTF8')::jsonb ->> 'text' reason
                         from journal j join journal_payload b on b.event_id = j.event_id
                        where j.scope_id = e.package_id and j.type = 'round.carved-out' and j.outcome = 'DONE'
                          and convert_from(b.bytes, 'UTF8')::jsonb -> 'detail' @> to_jsonb(e.proposal_id::text)
                        order by j.occurred_at desc limit 1) carved on e.left_why = 'carved out'
                 where e.left_at is not null order by e.no
                """,
                row -> new LeftRow(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        new SubjectName(row.getString(3), row.getString(4), row.getString(5), row.getString(6)),
                        row.getString(7),
                        Sql.instant(row, 8),
                        row.getString(9),
                        row.getString(10)),
                packageId);
    }

    /** Ids of the persons who are recused from an entry that the package has now. */
    public Set<String> recused(UUID packageId) {
        return Set.copyOf(sql.rows("select recused_from_package(?)", row -> row.getString(1), packageId));
    }

    /** The embargo group that it is released with; null: none, or none that the reader sees. */
    public UUID embargoOf(UUID packageId) {
        return sql.first(
                        "select group_id from embargo_member where package_id = ? and left_at is null",
                        row -> row.getObject(1, UUID.class),
                        packageId)
                .orElse(null);
    }

    @ReadOnly
    public List<Row> list(String programme, PackageStatus status, Cursor after, Limit limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("where sees_package(k)");
        if (programme != null) {
            where.append(" and k.programme = ?");
            values.add(programme);
        }
        if (status != null) {
            where.append(" and k.status = ?");
            values.add(status);
        }
        if (after != null) {
            where.append(" and (k.formed_at, k.id) < (?, ?)");
            values.add(after.instant(0));
            values.add(after.uuid(1));
        }
        values.add(limit.plusOne());
        return sql.rows(
                "select k.id, k.programme, k.programme || '/' || k.year || '/' || k.serial, k.title, k.status, k.stage,"
                        + " (select count(*) from entries_of(k.id) e where e.left_at is null),"
                        + " k.formed_at, r.id, r.status, r.deadline, k.release_at from package k"
                        + " left join round r on r.package_id = k.id and r.status in ('OPEN', 'STOPPED') "
                        + where + " order by k.formed_at desc, k.id desc limit ?",
                row -> new Row(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7),
                        Sql.instant(row, 8),
                        row.getObject(9, UUID.class),
                        row.getString(10),
                        Sql.instant(row, 11),
                        Sql.instant(row, 12)),
                values.toArray());
    }

    @ReadOnly
    public List<EntryRow> entries(UUID packageId) {
        return sql.rows(
                """
                select e.proposal_id, e.case_id, e.no, p.name, p.native_name, p.native_language, p.country, p.kind,
                       p.ground, p.status, e.revision, e.content_hash,
                       (select count(distinct (cite ->> 'exhibitId', cite ->> 'version'))
                          from revision r cross join lateral jsonb_array_elements(r.text -> 'reasons') reason
                         cross join lateral jsonb_array_elements(coalesce(reason -> 'cites', '[]')) cite
                         where r.proposal_id = e.proposal_id and r.n = e.revision),
                       array(select distinct split_part(l.programme, '-', 1) from listings_sharing(p.keys) l
                              where l.programme <> p.programme
                                and (l.case_id = p.case_id and (l.keys @> p.keys or l.keys <@ p.keys)
                                    or exists (select from revision_act a
                                                cross join lateral jsonb_array_elements(coalesce(a.detail, '[]')) j
                                                where a.proposal_id = e.proposal_id and a.revision = e.revision
                                                  and a.act = 'ACCEPT' and j ->> 'judgement' <> 'DIFFERENT'
                                                  and j ->> 'matchId' in (l.id::text, l.proposal_id::text)))
                              order by 1),
                       e.number, e.listed_date, l.number, l.listed_date,
                       case when p.kind in ('RENEW', 'REMOVE') then sheet_of(e.proposal_id, e.revision) end,
                       l.id, l.name
                  from entries_of(?) e join proposal p on p.id = e.proposal_id
                  left join lateral standing_for(p.listing_id) l on true
                 where e.left_at is null order by e.no
                """,
                row -> new EntryRow(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getInt(3),
                        new SubjectName(row.getString(4), row.getString(5), row.getString(6), row.getString(7)),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getInt(11),
                        row.getString(12),
                        row.getInt(13),
                        List.of((String[]) row.getArray(14).getArray()),
                        row.getString(15),
                        row.getObject(16, LocalDate.class),
                        row.getString(17),
                        row.getObject(18, LocalDate.class),
                        row.getString(19),
                        row.getObject(20, UUID.class),
                        row.getString(21)),
                packageId);
    }
}
