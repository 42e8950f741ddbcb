package lockstep.evidence.exhibit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;

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

    static ExhibitView of(SeenExhibit seen, Actor reader) {
        Exhibit exhibit = seen.exhibit();
        ExhibitVersion latest = seen.latest();
        return new ExhibitView(
                exhibit.id(),
                exhibit.caseId(),
                exhibit.originator(),
                latest.title(),
                exhibit.withdrawn() ? new Withdrawal(exhibit.withdrawnAt(), exhibit.withdrawReason()) : null,
                seen.versions().stream().map(VersionView::of).toList(),
                List.of(
                        AllowedAction.of("open-content", () -> exhibit.mayOpen(latest, reader)),
                        AllowedAction.of("put-content", () -> exhibit.mayFill(latest, reader)),
                        AllowedAction.of("add-version", () -> exhibit.mayCorrect(latest, reader)),
                        AllowedAction.of("withdraw", () -> exhibit.mayChange(reader))));
    }
}
