package lockstep.listing.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of deciding. A stage without a rule for a kind is skipped by proposals of that kind; one that is reached
 * only by escalation is never the next one.
 *
 * @param rules for each kind that it decides
 * @param seats codes of the seats that vote; empty where the decision is recorded
 * @param silenceAllowed at the deadline a seat that said nothing has consented
 * @param clock null where the decision is recorded
 * @param adopting the act is law once this stage has passed and its window has lapsed
 * @param escalatesTo code of the stage that a failed or outvoted decision may be taken to, or null
 * @param window how long it may be taken there
 * @param onLapse what becomes of a failed decision that nobody took there
 * @param instruments acts that the record of the decision must name
 * @param toBeConfirmed what of this stage has no source yet, in words, or null
 */
public record Stage(
        String code,
        String body,
        Map<Kind, DecisionRule> rules,
        List<String> seats,
        @JsonProperty("silence") boolean silenceAllowed,
        Clock clock,
        boolean adopting,
        String escalatesTo,
        boolean onlyByEscalation,
        Span window,
        OnLapse onLapse,
        List<Instrument> instruments,
        String toBeConfirmed) {

    /** Bounds of a round's deadline, both counted from the same moment. */
    public record Clock(From from, Span minimum, Span maximum) {
        public enum From {
            OPENING,
            ACCEPTANCE
        }

        public Clock {
            from = from == null ? From.OPENING : from;
        }
    }

    public enum OnLapse {
        REJECTED,
        APPROVED
    }

    public Stage {
        rules = rules == null || rules.isEmpty() ? Map.of() : new EnumMap<>(rules);
        rules = java.util.Collections.unmodifiableMap(rules);
        seats = seats == null ? List.of() : List.copyOf(seats);
        onLapse = onLapse == null ? OnLapse.REJECTED : onLapse;
        instruments = instruments == null ? List.of() : List.copyOf(instruments);
    }

    public boolean decides(Kind kind) {
        return rules.containsKey(kind);
    }

    /** The rule for a kind that this stage decides. */
    public DecisionRule rule(Kind kind) {
        return Optional.ofNullable(rules.get(kind))
                .orElseThrow(() -> new IllegalArgumentException(code + " doesn't decide " + kind));
    }

    /** True where the decision falls outside Lockstep and two persons of the secretariat record it. */
    public boolean recorded() {
        return rules.containsValue(DecisionRule.RECORDED);
    }

    public Optional<Instrument> instrument(String wanted) {
        return instruments.stream().filter(act -> act.code().equals(wanted)).findFirst();
    }
}
