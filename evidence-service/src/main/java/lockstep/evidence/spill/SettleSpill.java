package lockstep.evidence.spill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.evidence.exhibit.Ids;
import lockstep.evidence.exhibit.Widening;
import lockstep.kit.db.Sql;
import lockstep.kit.journal.JournalEntry;

/** Two persons of the originator end a freeze: they purge what was spilled, or let it go with a corrected marking. */
@ApplicationScoped
public class SettleSpill {
    private final SpillDesk desk;
    private final Spills spills;
    private final Widening widening;
    private final ObjectMapper json;
    private final Sql sql;

    SettleSpill(SpillDesk desk, Spills spills, Widening widening, ObjectMapper json, Sql sql) {
        this.desk = desk;
        this.spills = spills;
        this.widening = widening;
        this.json = json;
        this.sql = sql;
    }

    @Transactional
    public void proposePurge(UUID exhibitId, String reason, Actor by) {
        SpillDesk.Taken taken = desk.take(exhibitId, "exhibit.purge-proposed", by);
        taken.spill().mayProposePurge(by);
        propose("exhibit.purge-proposed", taken, SettlementKind.PURGE, reason, null, by);
    }

    @Transactional
    public void proposeCorrection(UUID exhibitId, String reason, Marking marking, Actor by) {
        SpillDesk.Taken taken = desk.take(exhibitId, "exhibit.correction-proposed", by);
        taken.spill().mayProposeCorrection(by);
        propose("exhibit.correction-proposed", taken, SettlementKind.CORRECT, reason, marking, by);
    }

    @Transactional
    public void confirm(UUID exhibitId, Actor by) {
        spills.settleAlone(exhibitId);
        SpillDesk.Taken taken = desk.take(exhibitId, "exhibit.spill-settled", by);
        taken.spill().mayConfirm(by);
        List<SpilledVersion> covered = spills.covered(taken.spill().frozen());
        end(taken, "DONE", by);
        switch (taken.spill().settlement().kind()) {
            case PURGE -> purge(taken, covered);
            case CORRECT -> correct(taken, covered);
        }
        say("exhibit.spill-settled", taken, taken.spill().settlement());
    }

    @Transactional
    public void drop(UUID exhibitId, Actor by) {
        SpillDesk.Taken taken = desk.take(exhibitId, "exhibit.settlement-dropped", by);
        taken.spill().mayDrop(by);
        end(taken, "DROPPED", by);
        say("exhibit.settlement-dropped", taken, null);
    }

    private void propose(
            String type, SpillDesk.Taken taken, SettlementKind kind, String reason, Marking marking, Actor by) {
        UUID id = Ids.next(desk.now());
        sql.update(
                "insert into spill_settlement (id, spill_id, exhibit_id, case_id, originator, kind, state, reason, m_level,"
                        + " m_orcon, m_rel_to, m_tlp, m_named, proposed_by, proposed_account, proposed_at)"
                        + " values (?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                taken.spill().frozen().spillId(),
                taken.exhibit().id(),
                taken.exhibit().caseId(),
                taken.exhibit().originator(),
                kind,
                reason,
                marking == null ? null : marking.level(),
                marking == null ? null : marking.orcon(),
                marking == null ? null : marking.relTo(),
                marking == null ? null : marking.tlp(),
                marking == null ? null : marking.named(),
                by.sub(),
                by.account(),
                desk.now());
        say(
                type,
                taken,
                new Settlement(
                        id,
                        kind,
                        SettlementState.PROPOSED,
                        reason,
                        marking,
                        by.sub(),
                        by.account(),
                        desk.now(),
                        null,
                        null));
    }

    private void purge(SpillDesk.Taken taken, List<SpilledVersion> covered) {
        sql.rows("select purge(?)", row -> row, taken.spill().settlement().id());
        happened("exhibit.purged", taken, covered);
    }

    private void correct(SpillDesk.Taken taken, List<SpilledVersion> covered) {
        Marking said = taken.spill().settlement().marking();
        List<SpilledVersion> marked = covered.stream()
                .map(its -> its.marked(widening.stricter(its.marking(), said)))
                .toList();
        sql.rows(
                "select correct(?, cast(? as jsonb))",
                row -> row,
                taken.spill().settlement().id(),
                written(marked));
        List<JournalEntry> changed = new ArrayList<>();
        for (int n = 0; n < marked.size(); n++) {
            Marking before = covered.get(n).marking();
            if (!before.equals(marked.get(n).marking())) {
                changed.add(SpillEvents.corrected(
                        marked.get(n), before, taken.exhibit().originator()));
            }
        }
        desk.done(changed);
        happened("exhibit.unfrozen", taken, marked);
    }

    private String written(List<SpilledVersion> marked) {
        List<Map<String, Object>> rows = marked.stream()
                .map(its -> {
                    Map<String, Object> row = new HashMap<>();
                    row.put("id", its.id());
                    row.put("level", its.marking().level());
                    row.put("orcon", its.marking().orcon());
                    row.put("relTo", its.marking().relTo());
                    row.put("tlp", its.marking().tlp());
                    row.put("named", its.marking().named());
                    return row;
                })
                .toList();
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void end(SpillDesk.Taken taken, String state, Actor by) {
        sql.update(
                "update spill_settlement set state = ?, ended_by = ?, ended_account = ?, ended_at = ?"
                        + " where id = ? and state = 'PROPOSED'",
                state,
                by.sub(),
                by.account(),
                desk.now(),
                taken.spill().settlement().id());
    }

    private void happened(String type, SpillDesk.Taken taken, List<SpilledVersion> versions) {
        desk.done(SpillEvents.happened(
                type, taken.spill().frozen().spillId(), taken.exhibit().originator(), versions));
    }

    private void say(String type, SpillDesk.Taken taken, Settlement said) {
        desk.done(List.of(
                SpillEvents.said(type, taken.spill().frozen(), taken.exhibit().originator(), taken.latest(), said)));
    }
}
