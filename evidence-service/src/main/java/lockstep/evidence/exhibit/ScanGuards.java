package lockstep.evidence.exhibit;

import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.scan.Scan;
import lockstep.evidence.scan.ScanState;

/** What a scanner's finding allows; verbs and views ask here alike. */
public final class ScanGuards {
    private ScanGuards() {}

    public static void mayBeOpened(Scan scan) {
        if (!scan.opened()) {
            throw new ExhibitRefused(
                    scan.state() == ScanState.INFECTED ? Reason.CONTENT_INFECTED : Reason.NOT_SCANNED_YET);
        }
    }

    public static void mayPropose(ExhibitVersion version, Scan scan, Actor by) {
        mayOverride(version, scan, by);
        if (scan.override() != null) {
            throw new ExhibitRefused(Reason.OVERRIDE_PROPOSED);
        }
    }

    /** Who proposed it is asked by the statement that confirms. */
    public static void mayConfirm(ExhibitVersion version, Scan scan, Actor by) {
        mayOverride(version, scan, by);
        if (scan.override() == null || scan.override().confirmedBy() != null) {
            throw new ExhibitRefused(Reason.NO_OVERRIDE_PROPOSED);
        }
        if (scan.override().proposer().equals(by.sub())) {
            throw new ExhibitRefused(Reason.FOUR_EYES);
        }
    }

    private static void mayOverride(ExhibitVersion version, Scan scan, Actor by) {
        if (!version.exhibit().answeredForBy(by)) {
            throw new ExhibitRefused(Reason.NOT_OVERRIDING);
        }
        version.exhibit().mustNotBeFrozen();
        if (!version.held()) {
            throw new ExhibitRefused(Reason.AWAITING_CONTENT);
        }
        if (scan.state() != ScanState.NOT_SCANNED || scan.opened() && scan.override() == null) {
            throw new ExhibitRefused(Reason.SCANNED);
        }
    }
}
