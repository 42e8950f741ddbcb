package lockstep.evidence.spill;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.evidence.exhibit.Exhibit;
import lockstep.evidence.exhibit.FindExhibits;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** The spills of the reader's agency or that he audits, and those of others whose content people of his agency have opened. */
@ApplicationScoped
public class ListSpills {
    private static final int MOST = 200;

    private final FindExhibits exhibits;
    private final Spills spills;
    private final Sql sql;

    ListSpills(FindExhibits exhibits, Spills spills, Sql sql) {
        this.exhibits = exhibits;
        this.spills = spills;
        this.sql = sql;
    }

    private record Read(UUID spillId, UUID exhibitId, Instant frozenAt, SpillState state, boolean own) {}

    @ReadOnly
    public SpillRow.AllSpills of(Actor reader) {
        boolean lists = Exhibit.answersForItsOwn(reader) || reader.has(Role.AUDITOR);
        return new SpillRow.AllSpills(lists ? ours(reader) : List.of(), told(reader));
    }

    /** For those who answer for their agency's evidence, and for whoever opened it himself. */
    @ReadOnly
    public List<SpillRow.ToldSpill> told(Actor reader) {
        Map<UUID, List<Read>> bySpill = new LinkedHashMap<>();
        sql.rows(
                        "select spill_id, exhibit_id, frozen_at, state, own from spills_read()"
                                + " order by frozen_at desc, spill_id limit ?",
                        row -> new Read(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                Sql.instant(row, 3),
                                SpillState.valueOf(row.getString(4)),
                                row.getBoolean(5)),
                        MOST)
                .forEach(its -> bySpill.computeIfAbsent(its.spillId(), any -> new ArrayList<>())
                        .add(its));
        return bySpill.entrySet().stream()
                .map(its -> told(its.getKey(), its.getValue(), reader))
                .filter(Objects::nonNull)
                .toList();
    }

    private SpillRow.ToldSpill told(UUID spill, List<Read> read, Actor reader) {
        boolean own = read.stream().anyMatch(Read::own);
        if (!own && !Exhibit.answersForItsOwn(reader)) {
            return null;
        }
        SpillView.SpillAcknowledged said = spills.acknowledged(spill).stream()
                .filter(its -> reader.of(its.agency()))
                .findFirst()
                .orElse(null);
        return new SpillRow.ToldSpill(
                spill,
                seen(read.stream().map(Read::exhibitId).toList(), reader).values().stream()
                        .toList(),
                read.size(),
                read.getFirst().frozenAt(),
                read.stream().map(Read::state).min(SpillState::compareTo).orElseThrow(),
                own,
                said,
                said == null && Exhibit.answersForItsOwn(reader));
    }

    private List<SpillRow> ours(Actor reader) {
        List<SpillRow> rows = sql.rows(
                """
                select p.exhibit_id, p.frozen_account, p.frozen_at,
                       (select count(*) from spilled s where s.spill_id = p.id),
                       (select count(*) from spilled s where s.spill_id = p.id and s.state = 'FROZEN'),
                       exists (select from spill_settlement e where e.spill_id = p.id and e.state = 'PROPOSED')
                  from spill p where p.originator = ? or ? order by p.frozen_at desc limit ?""",
                row -> new SpillRow(
                        row.getObject(1, UUID.class),
                        null,
                        null,
                        row.getString(2),
                        Sql.instant(row, 3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getBoolean(6)),
                reader.agency().code(),
                reader.has(Role.AUDITOR),
                MOST);
        Map<UUID, SpillRow.SpilledTitle> seen =
                seen(rows.stream().map(SpillRow::exhibitId).toList(), reader);
        return rows.stream().map(row -> row.named(seen.get(row.exhibitId()))).toList();
    }

    /** Those of the exhibits that the reader sees. */
    private Map<UUID, SpillRow.SpilledTitle> seen(List<UUID> ids, Actor reader) {
        return exhibits.latest(ids, reader).stream()
                .map(its -> new SpillRow.SpilledTitle(
                        its.exhibitId(), its.version().title(), its.version().marking()))
                .collect(Collectors.toMap(SpillRow.SpilledTitle::exhibitId, its -> its));
    }
}
