package lockstep.evidence.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.AllowedAction;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.exhibit.SeenExhibit;
import lockstep.evidence.source.SourceView.Candidate;
import lockstep.evidence.source.SourceView.Handling;
import lockstep.evidence.source.SourceView.State;
import lockstep.kit.db.ReadOnly;

/** What readers ask about the source of an exhibit: of its handlers, only those who belong to them are told. */
@ApplicationScoped
public class FindSource {
    private final Exhibits exhibits;
    private final Sources sources;

    FindSource(Exhibits exhibits, Sources sources) {
        this.exhibits = exhibits;
        this.sources = sources;
    }

    @ReadOnly
    public Optional<SourceView> of(UUID exhibitId, Actor reader) {
        return exhibits.visibleTo(reader, exhibitId)
                .map(SeenExhibit::exhibit)
                .map(its -> view(sources.of(its), reader));
    }

    private SourceView view(Source its, Actor reader) {
        String pseudonym = its.exhibit().sourcePseudonym();
        if (!reader.of(its.exhibit().originator())) {
            return new SourceView(pseudonym, List.of(), List.of(), List.of());
        }
        List<Handling> handlers = its.handlers().stream()
                .filter(one -> its.handledBy(reader) || allowed(() -> its.maySettle(one.id(), reader)))
                .map(one -> handling(its, one, reader))
                .toList();
        return new SourceView(
                pseudonym, handlers, its.handledBy(reader) ? candidates(its, reader) : List.of(), actions(its, reader));
    }

    private static List<AllowedAction> actions(Source its, Actor reader) {
        if (!its.exhibit().sourceProtected()) {
            return List.of(AllowedAction.of("protect-source", () -> its.maySeal(reader)));
        }
        return List.of(
                AllowedAction.of("open-source", () -> its.mayHandle(reader)),
                AllowedAction.of("change-source", () -> its.maySeal(reader)),
                AllowedAction.of("name-handler", () -> its.mayHandle(reader)));
    }

    private static Handling handling(Source its, Handler one, Actor reader) {
        List<AllowedAction> actions = new ArrayList<>();
        if (one.waits()) {
            actions.add(AllowedAction.of("confirm-handler", () -> its.mayConfirm(one.id(), reader)));
            actions.add(AllowedAction.of("drop-handler", () -> its.maySettle(one.id(), reader)));
        } else if (one.handles()) {
            actions.add(AllowedAction.of("take-handler-away", () -> its.mayTakeAway(one.id(), reader)));
        }
        return new Handling(
                one.id(),
                one.account(),
                state(one),
                one.namedAccount(),
                one.namedAt(),
                one.confirmedAccount(),
                one.confirmedAt(),
                one.endedAccount(),
                one.endedAt(),
                actions);
    }

    private static State state(Handler one) {
        if (one.endedAt() != null) {
            return one.confirmedAt() == null ? State.DROPPED : State.TAKEN_AWAY;
        }
        return one.handles() ? State.HANDLES : State.NAMED;
    }

    private List<Candidate> candidates(Source its, Actor reader) {
        Set<String> already = its.handlers().stream()
                .filter(one -> one.endedAt() == null)
                .map(Handler::sub)
                .collect(Collectors.toSet());
        return sources.people(reader).stream()
                .filter(person -> !already.contains(person.sub()))
                .map(person -> new Candidate(person.sub(), person.account()))
                .toList();
    }

    private static boolean allowed(Runnable guard) {
        return AllowedAction.of("any", guard).allowed();
    }
}
