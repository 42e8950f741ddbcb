package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.evidence.access.Addressee;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/**
 * Which versions a programme's printed text may not cite: neither has the originator declared them free, nor does a live
 * release to the programme cover a quotation. What is withdrawn keeps its declaration: an act that is law is still printed. What
 * is frozen or purged as spilled is never quoted.
 */
@ApplicationScoped
public class Quotable {
    private final Exhibits exhibits;
    private final Sql sql;
    private final InstantSource clock;

    Quotable(Exhibits exhibits, Sql sql, InstantSource clock) {
        this.exhibits = exhibits;
        this.sql = sql;
        this.clock = clock;
    }

    /** {@code cases}: to which the versions belong; one of another case, or of none, is refused. */
    @ReadOnly
    public List<VersionRef> refused(String programme, Collection<VersionRef> items, Set<UUID> cases) {
        Set<VersionRef> open = new HashSet<>(released(programme, cases));
        exhibits.withRefs(items).forEach(its -> {
            if (its.exhibit().frozen()) {
                open.remove(its.ref());
            } else if (cases.contains(its.caseId())
                    && its.description().relianceUse().freeToQuote()) {
                open.add(its.ref());
            }
        });
        return items.stream().distinct().filter(item -> !open.contains(item)).toList();
    }

    /** Where a redacted copy goes out, the copy is what may be quoted. */
    private List<VersionRef> released(String programme, Set<UUID> cases) {
        return cases.isEmpty()
                ? List.of()
                : sql.rows(
                        """
                select coalesce(i.redacted_exhibit_id, i.exhibit_id), coalesce(i.redacted_n, i.n)
                  from release_item i join release_request r on r.id = i.request_id
                 where i.granted and i.case_id = any (?) and r.kind = any (?) and r.to_kind = ? and r.to_name = ?
                   and r.status in ('APPROVED', 'PARTIAL') and (r.until is null or r.until > ?)""",
                        row -> new VersionRef(row.getObject(1, UUID.class), row.getInt(2)),
                        cases,
                        ReleaseKind.allowing(ReleaseKind.QUOTE),
                        Addressee.Kind.ELECTORATE.name(),
                        programme,
                        clock.instant());
    }
}
