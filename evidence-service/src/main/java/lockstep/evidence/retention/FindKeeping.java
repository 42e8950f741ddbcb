package lockstep.evidence.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.AllowedAction;
import lockstep.evidence.exhibit.Exhibit;
import lockstep.evidence.exhibit.InHand;
import lockstep.evidence.exhibit.TakeInHand;
import lockstep.kit.db.ReadOnly;

/** What readers ask about the keeping of an exhibit. */
@ApplicationScoped
public class FindKeeping {
    private final TakeInHand exhibits;
    private final Keepings keepings;
    private final InstantSource clock;

    FindKeeping(TakeInHand exhibits, Keepings keepings, InstantSource clock) {
        this.exhibits = exhibits;
        this.keepings = keepings;
        this.clock = clock;
    }

    /** In which case it is, and whether its reader could dispose of it: only then is asked what rests on it. */
    public record Asked(UUID caseId, boolean disposes) {}

    @ReadOnly
    public Optional<Asked> asked(UUID exhibitId, Actor reader) {
        return exhibits.of(reader, exhibitId)
                .map(InHand::exhibit)
                .map(its -> new Asked(its.caseId(), !its.disposed() && disposes(its, reader)));
    }

    /** Until when it is kept tells when a proposal cited it, and what rests on it that there is one: for these alone. */
    private static boolean disposes(Exhibit its, Actor reader) {
        return its.answeredForBy(reader);
    }

    /** {@code reliance} null: its reader couldn't dispose of it anyway, or it can't be told now. */
    @ReadOnly
    public Optional<KeepingView> of(UUID exhibitId, Reliance reliance, Actor reader) {
        return exhibits.of(reader, exhibitId).map(its -> {
            KeepingView view = view(keepings.of(its.exhibit()), reliance, reader);
            return its.unread() ? view.unreadOutline() : view;
        });
    }

    private KeepingView view(Keeping its, Reliance reliance, Actor reader) {
        Instant now = clock.instant();
        List<AllowedAction> actions = new ArrayList<>(List.of(AllowedAction.of("set-hold", () -> its.mayHold(reader))));
        if (reliance != null && its.proposed()) {
            actions.add(AllowedAction.of("confirm-disposal", () -> its.mayConfirm(reliance, reader, now)));
            actions.add(AllowedAction.of("drop-disposal", () -> its.mayDrop(reader)));
        } else if (reliance != null) {
            actions.add(AllowedAction.of("propose-disposal", () -> its.mayPropose(reliance, reader, now)));
        }
        return new KeepingView(
                disposes(its.exhibit(), reader) ? its.retainUntil() : null,
                its.holds().stream()
                        .map(hold -> new KeepingView.Hold(
                                hold,
                                AllowedAction.of("lift-hold", () -> its.mayLift(hold.id(), reader))
                                        .allowed()))
                        .toList(),
                its.disposal(),
                actions,
                false);
    }
}
