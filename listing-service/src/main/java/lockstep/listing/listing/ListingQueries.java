package lockstep.listing.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.listing.programme.Kind;
import lockstep.listing.subject.SubjectName;

/** Lists of what has been published; open to every account. */
@ApplicationScoped
public class ListingQueries {
    private final Sql sql;
    private final Listings listings;
    private final InstantSource clock;

    ListingQueries(Sql sql, Listings listings, InstantSource clock) {
        this.sql = sql;
        this.listings = listings;
        this.clock = clock;
    }

    public record Row(
            UUID id,
            String programme,
            String number,
            SubjectName subject,
            String ground,
            LocalDate listedDate,
            Instant publishedAt,
            String status,
            String confirmation,
            UUID proposalId) {
        public Cursor cursor() {
            return Cursor.of(publishedAt, id);
        }
    }

    /** {@code caseId}: of those that the reader sees to come from that case. */
    @ReadOnly
    public List<Row> list(String programme, String q, UUID packageId, UUID caseId, Cursor after, Limit limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("where true");
        if (programme != null) {
            where.append(" and l.programme = ?");
            values.add(programme);
        }
        if (packageId != null) {
            where.append(" and l.package_id = ?");
            values.add(packageId);
        }
        if (caseId != null) {
            where.append(" and p.case_id = ?");
            values.add(caseId);
        }
        if (q != null && !q.isBlank()) {
            String like =
                    "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            where.append(" and (l.name ilike ? or l.native_name ilike ? or plain_number(l.number) = plain_number(?))");
            values.addAll(List.of(like, like, q.strip()));
        }
        if (after != null) {
            where.append(" and (l.published_at, l.id) < (?, ?)");
            values.add(after.instant(0));
            values.add(after.uuid(1));
        }
        values.add(limit.plusOne());
        return sql.rows(
                "select l.id, l.programme, l.number, l.name, l.native_name, l.native_language, l.country, l.ground,"
                        + " l.listed_date, l.published_at, l.status, confirmation_of(l), p.id from listing l left join proposal p on p.id = l.proposal_id "
                        + where
                        + " order by l.published_at desc, l.id desc limit ?",
                row -> new Row(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        new SubjectName(row.getString(4), row.getString(5), row.getString(6), row.getString(7)),
                        row.getString(8),
                        row.getObject(9, LocalDate.class),
                        Sql.instant(row, 10),
                        row.getString(11),
                        row.getString(12),
                        row.getObject(13, UUID.class)),
                values.toArray());
    }

    /** Where a listing comes from, as far as the reader sees it. */
    public record Origin(UUID proposalId, UUID subjectId, UUID packageId, UUID caseId) {}

    @ReadOnly
    public Origin origin(Listing its) {
        return sql.first(
                        """
                        select p.id, p.subject_id, (select k.id from package k where k.id = ?),
                               (select c.id from casefile c where c.id = ?)
                          from (values (cast(? as uuid))) asked (id) left join proposal p using (id)
                        """,
                        row -> new Origin(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class)),
                        its.packageId(),
                        its.caseId(),
                        its.proposalId())
                .orElseThrow();
    }

    /**
     * What is still to come of a listing, as far as the reader sees it.
     *
     * @param confirmProposalId the one that would make an urgent listing last, or did; null without
     * @param termOver its list's term has ended, and it stands all the same
     * @param waitingAct RENEW or REMOVE: what was adopted about it and isn't published; null without
     */
    public record Outlook(UUID confirmProposalId, boolean termOver, Kind waitingAct) {}

    @ReadOnly
    public Outlook outlook(Listing its) {
        boolean over = its.status() == Listing.Status.ACTIVE
                && its.expiresAt() != null
                && !its.expiresAt().isAfter(clock.instant());
        return new Outlook(
                about(
                                its,
                                "p.kind = 'CONFIRM' and p.status not in ('REJECTED', 'WITHDRAWN')",
                                row -> row.getObject(1, UUID.class))
                        .orElse(null),
                over,
                over
                        ? about(
                                        its,
                                        "p.kind in ('RENEW', 'REMOVE') and p.status in ('APPROVED', 'SCHEDULED')",
                                        row -> Kind.valueOf(row.getString(2)))
                                .orElse(null)
                        : null);
    }

    /** Of the latest such proposal about the target of a listing. */
    private <T> Optional<T> about(Listing its, String which, Sql.Row<T> row) {
        return sql.first(
                "select p.id, p.kind from proposal p where p.listing_id in (select same_place(?)) and " + which
                        + " and sees_proposal(p) order by p.changed_at desc limit 1",
                row,
                its.id());
    }

    @ReadOnly
    public Optional<Listing> find(UUID id) {
        return listings.findByIdOptional(id);
    }
}
