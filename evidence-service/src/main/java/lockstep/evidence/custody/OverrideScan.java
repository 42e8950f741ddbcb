package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitEvents;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.exhibit.ScanGuards;
import lockstep.evidence.scan.Scan;
import lockstep.evidence.scan.Scans;
import lockstep.kit.db.Sql;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;

/**
 * Two persons of the originator let content be opened that the scanner can't look at. What is infected is never opened, by
 * nobody's decision.
 */
@ApplicationScoped
public class OverrideScan {
    private final Exhibits exhibits;
    private final Scans scans;
    private final Sql sql;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    OverrideScan(Exhibits exhibits, Scans scans, Sql sql, Journal journal, Attempt attempt, InstantSource clock) {
        this.exhibits = exhibits;
        this.scans = scans;
        this.sql = sql;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    @Transactional
    public void propose(UUID exhibitId, int n, String reason, Actor by) {
        ExhibitVersion version = version(exhibitId, n, "exhibit.scan-override-proposed", by);
        ScanGuards.mayPropose(version, scan(version), by);
        int made = sql.update(
                "insert into scan_override (blob_id, reason, proposed_by, proposed_account, proposed_agency, proposed_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                version.blobId(),
                reason,
                by.sub(),
                by.account(),
                by.agency().code(),
                clock.instant());
        if (made == 0) {
            throw new ExhibitRefused(Reason.OVERRIDE_PROPOSED);
        }
        journal.append(ExhibitEvents.scanOverridden("exhibit.scan-override-proposed", version, reason));
    }

    @Transactional
    public void confirm(UUID exhibitId, int n, Actor by) {
        ExhibitVersion version = version(exhibitId, n, "exhibit.scan-overridden", by);
        ScanGuards.mayConfirm(version, scan(version), by);
        int confirmed = sql.update(
                "update scan_override set confirmed_by = ?, confirmed_account = ?, confirmed_at = ? where blob_id = ?"
                        + " and confirmed_by is null and proposed_by <> ?",
                by.sub(),
                by.account(),
                clock.instant(),
                version.blobId(),
                by.sub());
        if (confirmed == 0) {
            throw new ExhibitRefused(Reason.FOUR_EYES);
        }
        journal.append(ExhibitEvents.scanOverridden("exhibit.scan-overridden", version, null));
    }

    private ExhibitVersion version(UUID exhibitId, int n, String event, Actor by) {
        ExhibitVersion version = exhibits.visibleTo(by, exhibitId)
                .flatMap(seen -> seen.version(n))
                .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        ExhibitEvents.attempted(attempt, event, version);
        return version;
    }

    private Scan scan(ExhibitVersion version) {
        return version.held() ? scans.of(version.blobId()) : null;
    }
}
