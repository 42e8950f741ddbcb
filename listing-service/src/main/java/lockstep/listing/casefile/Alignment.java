package lockstep.listing.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** How far the jurisdictions are in step on each subject of a case, as far as its reader may know. */
public final class Alignment {
    private static final String PUBLISHED = "PUBLISHED";

    private Alignment() {}

    /** Where one jurisdiction stands on one subject, the further of several proposals counting. */
    public enum State {
        NOT_CONSIDERED,
        UNDER_CONSIDERATION,
        DECLINED,
        PROPOSED,
        DECIDED_EMBARGOED,
        LISTED,
        DELISTED
    }

    /** Of the jurisdictions that considered it: none, some or all list it; or one has delisted what another lists. */
    public enum RollUp {
        NONE,
        PARTIAL,
        FULL,
        DIVERGENT
    }

    /** @param programme of the proposal that counts; with {@code proposalId} null where the reader doesn't see it */
    public record Position(UUID subjectId, String jurisdiction, String programme, State state, UUID proposalId) {}

    /** What a reader may know of one proposal; {@code at} is null where it isn't for him. */
    public record Known(UUID subjectId, String programme, String kind, String status, Instant at, UUID proposalId) {}

    /** For each subject every jurisdiction, in that order; {@code jurisdictionOf} gives a programme's. */
    public static List<Position> of(
            Collection<Known> known,
            List<UUID> subjects,
            Collection<String> jurisdictions,
            Function<String, String> jurisdictionOf) {
        List<Position> positions = new ArrayList<>();
        for (UUID subject : subjects) {
            for (String jurisdiction : jurisdictions) {
                List<Known> its = known.stream()
                        .filter(one -> one.subjectId().equals(subject))
                        .filter(one -> jurisdictionOf.apply(one.programme()).equals(jurisdiction))
                        .toList();
                positions.add(position(subject, jurisdiction, its));
            }
        }
        return positions;
    }

    private static Position position(UUID subject, String jurisdiction, List<Known> known) {
        Optional<Known> last = known.stream()
                .filter(one -> one.status().equals(PUBLISHED))
                .filter(one -> one.kind().equals("ADD") || one.kind().equals("REMOVE"))
                .max(Comparator.comparing(Known::at));
        if (last.isPresent()) {
            State state = last.get().kind().equals("ADD") ? State.LISTED : State.DELISTED;
            return new Position(
                    subject,
                    jurisdiction,
                    last.get().programme(),
                    state,
                    last.get().proposalId());
        }
        return known.stream()
                .filter(one -> one.kind().equals("ADD"))
                .max(Comparator.comparing(one -> state(one.status())))
                .map(one -> new Position(subject, jurisdiction, one.programme(), state(one.status()), one.proposalId()))
                .orElse(new Position(subject, jurisdiction, null, State.NOT_CONSIDERED, null));
    }

    public static RollUp rollUp(List<Position> positions) {
        List<State> considered = positions.stream()
                .map(Position::state)
                .filter(state -> state != State.NOT_CONSIDERED)
                .toList();
        if (!considered.contains(State.LISTED)) {
            return RollUp.NONE;
        }
        if (considered.contains(State.DELISTED)) {
            return RollUp.DIVERGENT;
        }
        return considered.stream().allMatch(state -> state == State.LISTED) ? RollUp.FULL : RollUp.PARTIAL;
    }

    private static State state(String status) {
        return switch (status) {
            case "DRAFT", "RETURNED" -> State.UNDER_CONSIDERATION;
            case "REJECTED", "WITHDRAWN" -> State.DECLINED;
            case "APPROVED", "SCHEDULED" -> State.DECIDED_EMBARGOED;
            case PUBLISHED -> State.LISTED;
            default -> State.PROPOSED;
        };
    }
}
