package lockstep.evidence.exhibit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.integrity.Integrity;
import lockstep.evidence.scan.Scan;

/** An exhibit with those of its versions that its reader sees. */
public record ExhibitView(
        UUID id,
        UUID caseId,
        String originator,
        String title,
        Withdrawal withdrawn,
        List<VersionView> versions,
        List<AllowedAction> allowedActions) {

    /** When and why the originator withdrew it. */
    public record Withdrawal(Instant at, String reason) {}

    /** What is known of the contents, by blob: of each version that has one. */
    record Known(Map<UUID, Scan> scans, Map<UUID, Integrity> integrity) {}

    static ExhibitView of(SeenExhibit seen, Known known, Actor reader) {
        Exhibit exhibit = seen.exhibit();
        ExhibitVersion latest = seen.latest();
        return new ExhibitView(
                exhibit.id(),
                exhibit.caseId(),
                exhibit.originator(),
                latest.title(),
                exhibit.withdrawn() ? new Withdrawal(exhibit.withdrawnAt(), exhibit.withdrawReason()) : null,
                seen.versions().stream()
                        .map(version -> VersionView.of(
                                version,
                                known.scans().get(version.blobId()),
                                known.integrity().get(version.blobId()),
                                reader))
                        .toList(),
                actions(exhibit, latest, known, reader));
    }

    private static List<AllowedAction> actions(Exhibit exhibit, ExhibitVersion latest, Known known, Actor reader) {
        Scan scan = known.scans().get(latest.blobId());
        List<AllowedAction> all = new ArrayList<>(List.of(
                AllowedAction.of("open-content", () -> {
                    exhibit.mayOpen(latest, reader);
                    ScanGuards.mayBeOpened(scan);
                    mustBeWhole(known.integrity().get(latest.blobId()));
                }),
                AllowedAction.of("put-content", () -> exhibit.mayFill(latest, reader)),
                AllowedAction.of("add-version", () -> exhibit.mayCorrect(latest, reader)),
                AllowedAction.of("record-transfer", () -> exhibit.mayTransfer(latest, reader)),
                AllowedAction.of("withdraw", () -> exhibit.mayChange(reader))));
        if (Exhibit.answersForItsOwn(reader) && scan != null && !scan.opened()) {
            boolean proposed = scan.override() != null;
            all.add(
                    proposed
                            ? AllowedAction.of(
                                    "confirm-scan-override", () -> ScanGuards.mayConfirm(latest, scan, reader))
                            : AllowedAction.of(
                                    "propose-scan-override", () -> ScanGuards.mayPropose(latest, scan, reader)));
        }
        return all;
    }

    /** For the view alone: whoever opens it has every byte looked at anew. */
    private static void mustBeWhole(Integrity integrity) {
        if (integrity.damaged()) {
            throw new ExhibitRefused(ExhibitRefused.Reason.CONTENT_DAMAGED);
        }
    }
}
