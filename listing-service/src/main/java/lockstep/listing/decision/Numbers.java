package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lockstep.kit.db.Sql;

/**
 * The numbers of a programme's list: one that is in force, or scheduled, stands for one target, whatever zeros
 * it is written with. An entry about a listing keeps that listing's number.
 */
@ApplicationScoped
class Numbers {
    private final Sql sql;

    Numbers(Sql sql) {
        this.sql = sql;
    }

    /** Until the transaction ends: otherwise two packages that are scheduled at once would not see each other's numbers. */
    void oneScheduleAtATime(String programme) {
        sql.rows("select pg_advisory_xact_lock(hashtextextended('lockstep.number.' || ?, 0))", row -> true, programme);
    }

    /** Number and date of the listings that are confirmed, dropped or kept as they are, by entry. */
    Map<UUID, SchedulePackage.Printed> standing(UUID packageId) {
        return sql
                .rows(
                        """
                        select p.id, l.number, l.listed_date from package_entry e join proposal p on p.id = e.proposal_id
                          cross join lateral standing_for(p.listing_id) l
                         where e.package_id = ? and e.left_at is null
                           and (p.kind = 'CONFIRM' or p.kind in ('RENEW', 'REMOVE')
                                and sheet_of(p.id, e.revision) in ('KEEP', 'DROP'))
                        """,
                        row -> new SchedulePackage.Printed(
                                row.getObject(1, UUID.class), row.getString(2), row.getObject(3, LocalDate.class)),
                        packageId)
                .stream()
                .collect(Collectors.toMap(SchedulePackage.Printed::proposalId, Function.identity()));
    }

    /** What each number is in a list, however it was written: "0012" and "12" are one. By entry. */
    Map<UUID, String> plain(List<SchedulePackage.Printed> printed) {
        List<SchedulePackage.Printed> numbered = numbered(printed);
        return sql
                .rows(
                        "select id, plain_number(number) from unnest(cast(? as uuid[]), cast(? as text[])) given (id, number)",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
                        numbered.stream()
                                .map(SchedulePackage.Printed::proposalId)
                                .toList(),
                        numbered.stream().map(SchedulePackage.Printed::number).toList())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    /** The entries whose number stands for another target already; asked beyond what the publisher sees of packages. */
    Set<UUID> taken(UUID packageId, List<SchedulePackage.Printed> printed) {
        List<SchedulePackage.Printed> numbered = numbered(printed);
        return new HashSet<>(sql.rows(
                "select numbers_taken(?, cast(? as uuid[]), cast(? as text[]))",
                row -> row.getObject(1, UUID.class),
                packageId,
                numbered.stream().map(SchedulePackage.Printed::proposalId).toList(),
                numbered.stream().map(SchedulePackage.Printed::number).toList()));
    }

    private static List<SchedulePackage.Printed> numbered(List<SchedulePackage.Printed> printed) {
        return printed.stream()
                .filter(its -> its.number() != null && its.proposalId() != null)
                .toList();
    }
}
