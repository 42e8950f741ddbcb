package lockstep.listing.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How far the jurisdictions are in step on one case, as far as its reader sees their proposals. */
public final class Alignment {
    private Alignment() {}

    /** Where one jurisdiction stands, the further of several proposals counting. */
    public enum State {
        NOT_CONSIDERED,
        UNDER_CONSIDERATION,
        DECLINED,
        PROPOSED,
        DECIDED_EMBARGOED,
        LISTED
    }

    /** All, some or none listed. */
    public enum RollUp {
        NONE,
        PARTIAL,
        FULL
    }

    public record Position(String jurisdiction, String programme, State state, UUID proposalId) {}

    /** {@code jurisdictionOf} gives a programme's jurisdiction, e.g. {@code EU}; {@code all} are those to be shown. */
    public static List<Position> of(
            Collection<CaseQueries.ProposalRow> proposals,
            Collection<String> all,
            Function<String, String> jurisdictionOf) {
        Map<String, Position> furthest = new TreeMap<>();
        for (CaseQueries.ProposalRow row : proposals) {
            Position its =
                    new Position(jurisdictionOf.apply(row.programme()), row.programme(), state(row.status()), row.id());
            furthest.merge(
                    its.programme(), its, (one, other) -> one.state().compareTo(other.state()) >= 0 ? one : other);
        }
        all.forEach(programme -> furthest.putIfAbsent(
                programme, new Position(jurisdictionOf.apply(programme), programme, State.NOT_CONSIDERED, null)));
        return List.copyOf(furthest.values());
    }

    public static RollUp rollUp(List<Position> positions) {
        Map<Boolean, Long> listed = positions.stream()
                .collect(Collectors.partitioningBy(its -> its.state() == State.LISTED, Collectors.counting()));
        if (listed.get(true) == 0) {
            return RollUp.NONE;
        }
        return listed.get(false) == 0 ? RollUp.FULL : RollUp.PARTIAL;
    }

    private static State state(String status) {
        return switch (status) {
            case "DRAFT", "RETURNED" -> State.UNDER_CONSIDERATION;
            case "REJECTED", "WITHDRAWN" -> State.DECLINED;
            case "APPROVED", "SCHEDULED" -> State.DECIDED_EMBARGOED;
            case "PUBLISHED" -> State.LISTED;
            default -> State.PROPOSED;
        };
    }
}
