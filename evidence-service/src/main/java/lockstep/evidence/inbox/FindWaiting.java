package lockstep.evidence.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.Exhibit;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.release.ReleaseQueries;
import lockstep.evidence.spill.ListSpills;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Limit;

/** All that waits for one person. */
@ApplicationScoped
public class FindWaiting {
    private static final int MOST = 200;
    private static final List<Role> HOLDERS = List.of(Role.LEGAL, Role.RELEASE_OFFICER, Role.REGISTRAR);
    private static final List<Role> KEEPERS = List.of(Role.ANALYST, Role.RELEASE_OFFICER, Role.REGISTRAR);

    private final ReleaseQueries releases;
    private final Exhibits exhibits;
    private final ListSpills spills;
    private final Sql sql;

    FindWaiting(ReleaseQueries releases, Exhibits exhibits, ListSpills spills, Sql sql) {
        this.releases = releases;
        this.exhibits = exhibits;
        this.spills = spills;
        this.sql = sql;
    }

    /** Releases first, each kind with the newest first. */
    @ReadOnly
    public List<Waiting> of(Actor reader) {
        List<Waiting> all = new ArrayList<>();
        releases.waitingFor(reader, Limit.standard()).stream().map(Waiting::of).forEach(all::add);
        if (KEEPERS.stream().anyMatch(reader::has)) {
            all.addAll(damaged(reader));
        }
        if (Exhibit.answersForItsOwn(reader)) {
            all.addAll(disposals(reader));
            all.addAll(settlements(reader));
            all.addAll(spilled(reader));
        }
        if (HOLDERS.stream().anyMatch(reader::has)) {
            all.addAll(heldThoughFrozen(reader));
        }
        spills.told(reader).stream()
                .filter(its -> its.acknowledged() == null)
                .map(Waiting::of)
                .forEach(all::add);
        all.addAll(handlers(reader));
        return all;
    }

    /** What was brought by the reader's agency, is not withdrawn, and is not what was sealed any more. */
    private List<Waiting> damaged(Actor reader) {
        return about("content-damaged", reader, """
                select v.exhibit_id, v.n, f.damaged_since from verification f
                join exhibit_version v on v.blob_id = f.blob_id join exhibit x on x.id = v.exhibit_id
                where f.damaged_since is not null and x.originator = ? and x.withdrawn_at is null
                    and x.disposed_at is null
                order by f.damaged_since desc limit ?""", reader.agency().code(), MOST);
    }

    /** What somebody else of the reader's agency wants to dispose of. */
    private List<Waiting> disposals(Actor reader) {
        return about("disposal-confirm", reader, """
                select x.id, x.latest, d.proposed_at from disposal d join exhibit x on x.id = d.exhibit_id
                where d.state = 'PROPOSED' and d.originator = ? and d.proposed_by <> ?
                order by d.proposed_at desc limit ?""", reader.agency().code(), reader.sub(), MOST);
    }

    /** What somebody else of the reader's agency wants to purge or to let go. */
    private List<Waiting> settlements(Actor reader) {
        return about("spill-confirm", reader, """
                select x.id, x.latest, e.proposed_at from spill_settlement e join exhibit x on x.id = e.exhibit_id
                where e.state = 'PROPOSED' and e.originator = ? and e.proposed_by <> ?
                order by e.proposed_at desc limit ?""", reader.agency().code(), reader.sub(), MOST);
    }

    /** What the reader's agency has frozen, and of which nobody has proposed yet what becomes of it. */
    private List<Waiting> spilled(Actor reader) {
        return about("spill-settle", reader, """
                select x.id, x.latest, p.frozen_at from spill p join exhibit x on x.id = p.exhibit_id
                join spilled s on s.spill_id = p.id and s.exhibit_id = p.exhibit_id
                where p.originator = ? and s.state = 'FROZEN' and not exists (select from spill_settlement e
                    where e.exhibit_id = p.exhibit_id and e.state = 'PROPOSED')
                order by p.frozen_at desc limit ?""", reader.agency().code(), MOST);
    }

    /** What can't be purged as long as a hold of the reader's agency stands. */
    private List<Waiting> heldThoughFrozen(Actor reader) {
        return about("hold-on-frozen", reader, """
                select distinct x.id, x.latest, x.frozen_at from legal_hold h join exhibit x on x.id = h.exhibit_id
                where h.set_agency = ? and h.lifted_at is null and x.frozen_at is not null and x.disposed_at is null
                order by x.frozen_at desc limit ?""", reader.agency().code(), MOST);
    }

    /** Whom somebody else has named as a handler of a source: another handler confirms, or a registrar if there is none. */
    private List<Waiting> handlers(Actor reader) {
        return about(
                "source-handler-confirm",
                reader,
                """
                select x.id, x.latest, h.named_at from source_handler h join exhibit x on x.id = h.exhibit_id
                where h.confirmed_at is null and h.ended_at is null and h.originator = ? and h.named_by <> ? and h.sub <> ?
                    and x.disposed_at is null and (handles(x.id) or ? and handlers_of(x.id) = 1)
                order by h.named_at desc limit ?""",
                reader.agency().code(),
                reader.sub(),
                reader.sub(),
                reader.has(Role.REGISTRAR),
                MOST);
    }

    /** {@code query}: exhibit, version and since when. */
    private List<Waiting> about(String kind, Actor reader, String query, Object... values) {
        Map<VersionRef, Instant> since = new HashMap<>();
        sql.rows(
                query,
                row -> since.put(new VersionRef(row.getObject(1, UUID.class), row.getInt(2)), Sql.instant(row, 3)),
                values);
        if (since.isEmpty()) {
            return List.of();
        }
        return exhibits.visibleTo(reader, since.keySet()).stream()
                .map(version -> Waiting.of(kind, version, since.get(version.ref())))
                .sorted(Comparator.comparing(Waiting::since).reversed())
                .toList();
    }
}
