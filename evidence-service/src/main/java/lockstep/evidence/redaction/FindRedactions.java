package lockstep.evidence.redaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.AllowedAction;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.exhibit.SeenExhibit;
import lockstep.evidence.exhibit.VersionState;
import lockstep.evidence.redaction.Redaction.Check;
import lockstep.evidence.redaction.Redactions.Pair;
import lockstep.kit.db.ReadOnly;

/** What is said of an exhibit's redacted copies, and of what it is one: to those alone who see both. */
@ApplicationScoped
public class FindRedactions {
    private final Exhibits exhibits;
    private final Redactions redactions;

    FindRedactions(Exhibits exhibits, Redactions redactions) {
        this.exhibits = exhibits;
        this.redactions = redactions;
    }

    /**
     * One pair.
     *
     * @param check what the last look at the copy's latest version found, or null
     * @param madeBy for the originator's people, else null
     */
    public record RedactionView(
            VersionRef copy,
            String title,
            VersionState state,
            VersionRef of,
            String ofTitle,
            String removed,
            String reason,
            List<String> passages,
            String madeBy,
            Instant madeAt,
            Check check,
            boolean fit,
            AllowedAction mayCheck) {}

    /**
     * The pairs of an exhibit.
     *
     * @param copies those that stand for it
     * @param of what it stands for, or null
     */
    public record RedactionsView(List<RedactionView> copies, RedactionView of, AllowedAction bring) {}

    @ReadOnly
    public RedactionsView about(UUID exhibitId, Actor reader) {
        SeenExhibit seen =
                exhibits.visibleTo(reader, exhibitId).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        List<Pair> pairs = redactions.about(exhibitId, reader);
        return new RedactionsView(
                pairs.stream()
                        .filter(pair -> !pair.redaction().copy().equals(exhibitId))
                        .map(pair -> view(pair, reader))
                        .toList(),
                pairs.stream()
                        .filter(pair -> pair.redaction().copy().equals(exhibitId))
                        .map(pair -> view(pair, reader))
                        .findFirst()
                        .orElse(null),
                AllowedAction.of("bring-redacted-copy", () -> seen.exhibit().mayCorrect(seen.latest(), reader)));
    }

    private RedactionView view(Pair pair, Actor reader) {
        Redaction its = pair.redaction();
        ExhibitVersion copy = pair.copy().latest();
        ExhibitVersion of = exhibits.visibleTo(reader, its.of().exhibitId())
                .flatMap(seen -> seen.version(its.of().version()))
                .orElseThrow();
        // Words that were taken out are content of what is frozen.
        boolean frozen = of.exhibit().frozen() || copy.exhibit().frozen();
        Check last = its.last(copy.n())
                .map(check -> frozen ? check.with(check.outcome(), List.of()) : check)
                .orElse(null);
        return new RedactionView(
                copy.ref(),
                copy.title(),
                copy.state(),
                its.of(),
                of.title(),
                its.removed(),
                its.reason(),
                frozen ? List.of() : its.passages(),
                reader.of(copy.originator()) ? its.madeBy() : null,
                its.madeAt(),
                last,
                last != null && last.outcome().fit(),
                AllowedAction.of("check-redaction", () -> CheckRedaction.mayCheck(copy, reader)));
    }
}
