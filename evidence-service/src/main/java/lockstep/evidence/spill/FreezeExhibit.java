package lockstep.evidence.spill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Ids;
import lockstep.kit.db.Sql;

/** Freezes an exhibit and all that has its content, in one act: nobody opens any of it from then on. */
@ApplicationScoped
public class FreezeExhibit {
    private final SpillDesk desk;
    private final Spills spills;
    private final Sql sql;

    FreezeExhibit(SpillDesk desk, Spills spills, Sql sql) {
        this.desk = desk;
        this.spills = spills;
        this.sql = sql;
    }

    @Transactional
    public void freeze(UUID exhibitId, String reason, Actor by) {
        SpillDesk.Taken taken = desk.take(exhibitId, "exhibit.frozen", by);
        taken.spill().mayFreeze(by);
        UUID spill = Ids.next(desk.now());
        sql.update(
                "insert into spill (id, exhibit_id, case_id, originator, reason, frozen_by, frozen_account, frozen_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                spill,
                exhibitId,
                taken.exhibit().caseId(),
                taken.exhibit().originator(),
                reason,
                by.sub(),
                by.account(),
                desk.now());
        sql.rows("select freeze(?)", row -> row, spill);
        String originator = taken.exhibit().originator();
        frozen(spill, exhibitId, originator);
        desk.done(List.of(SpillEvents.found(spill, originator, taken.latest(), reason)));
    }

    /** A container that is just opened, in which these bytes lie that its agency has frozen or purged: it goes with them. */
    @Transactional
    public void freezeContainer(ExhibitVersion container, String sha256) {
        sql.first(
                        "select freeze_container(?, ?)",
                        row -> Optional.ofNullable(row.getObject(1, UUID.class)),
                        container.id(),
                        sha256)
                .flatMap(spill -> spill)
                .ifPresent(spill -> frozen(
                        spill, container.exhibit().id(), container.exhibit().originator()));
    }

    private void frozen(UUID spill, UUID exhibitId, String originator) {
        List<SpilledVersion> all = spills.covered(spills.latest(exhibitId).orElseThrow());
        desk.done(SpillEvents.happened("exhibit.frozen", spill, originator, all));
    }
}
