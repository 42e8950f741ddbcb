package lockstep.listing.programme;

import static lockstep.listing.programme.ProgrammesRefused.Rule.A_RECORD_NAMES_ITS_ACTS;
import static lockstep.listing.programme.ProgrammesRefused.Rule.A_ROUND_HAS_A_CLOCK;
import static lockstep.listing.programme.ProgrammesRefused.Rule.A_WINDOW_NEEDS_ESCALATION;
import static lockstep.listing.programme.ProgrammesRefused.Rule.CLOCK_HAS_ROOM;
import static lockstep.listing.programme.ProgrammesRefused.Rule.ESCALATION_LEADS_UPWARD;
import static lockstep.listing.programme.ProgrammesRefused.Rule.LAST_STAGE_ADOPTS;
import static lockstep.listing.programme.ProgrammesRefused.Rule.SEATS_OF_A_ROUND_EXIST;
import static lockstep.listing.programme.ProgrammesRefused.Rule.SILENCE_ONLY_WITH_UNANIMITY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold for a programme's stages: each kind comes to an adopting stage, and each round can be held. */
final class StageRules {
    private final Programme programme;
    private final List<ProgrammeRules.Broken> found = new ArrayList<>();

    private StageRules(Programme programme) {
        this.programme = programme;
    }

    static List<ProgrammeRules.Broken> check(Programme programme) {
        StageRules rules = new StageRules(programme);
        for (int i = 0; i < programme.stages().size(); i++) {
            Stage stage = programme.stages().get(i);
            String pointer = "/stages/" + i;
            if (stage.recorded()) {
                rules.recorded(stage, pointer);
            } else {
                rules.round(stage, pointer);
            }
            rules.escalation(stage, i, pointer);
        }
        programme.kinds().forEach(rules::adopts);
        return rules.found;
    }

    private void broken(boolean broken, String pointer, ProgrammesRefused.Rule rule, String what) {
        if (broken) {
            found.add(new ProgrammeRules.Broken(pointer, rule, what));
        }
    }

    private void recorded(Stage stage, String pointer) {
        boolean votes = stage.rules().values().stream().anyMatch(DecisionRule::needsRound);
        boolean roundly = stage.clock() != null || !stage.seats().isEmpty() || stage.silenceAllowed();
        String code = stage.code();
        broken(
                votes,
                pointer + "/rules",
                A_RECORD_NAMES_ITS_ACTS,
                code + " is recorded for some kinds, voted for others");
        broken(roundly, pointer, A_RECORD_NAMES_ITS_ACTS, code + " is recorded: no clock, seats or silence");
        broken(stage.instruments().isEmpty(), pointer, A_RECORD_NAMES_ITS_ACTS, code + " names no instrument");
    }

    private void round(Stage stage, String pointer) {
        String code = stage.code();
        List<String> seats = stage.seats();
        broken(seats.isEmpty(), pointer, SEATS_OF_A_ROUND_EXIST, code + " has no seats");
        for (int i = 0; i < seats.size(); i++) {
            boolean unknown = programme.seat(seats.get(i)).isEmpty();
            broken(unknown, pointer + "/seats/" + i, SEATS_OF_A_ROUND_EXIST, "no seat " + seats.get(i));
        }
        boolean onlyConditional = programme.electorate(stage, Set.of()).isEmpty();
        broken(onlyConditional, pointer + "/seats", SEATS_OF_A_ROUND_EXIST, code + " has no seat that always votes");
        boolean unanimous = stage.rules().values().stream().allMatch(rule -> rule == DecisionRule.UNANIMITY);
        broken(stage.silenceAllowed() && !unanimous, pointer, SILENCE_ONLY_WITH_UNANIMITY, code + " counts votes");
        boolean clock = stage.clock() != null && stage.clock().maximum() != null;
        broken(!clock, pointer, A_ROUND_HAS_A_CLOCK, code + " has no longest time");
        if (clock) {
            clock(stage, pointer + "/clock");
        }
    }

    private void clock(Stage stage, String pointer) {
        Span minimum = stage.clock().minimum();
        boolean silentAtOnce = stage.silenceAllowed() && minimum == null;
        broken(silentAtOnce, pointer, A_ROUND_HAS_A_CLOCK, stage.code() + " allows silence without a least time");
        Instant start = Instant.EPOCH;
        boolean noRoom = minimum != null
                && !minimum.after(start, programme.zone())
                        .isBefore(stage.clock().maximum().after(start, programme.zone()));
        broken(noRoom, pointer, CLOCK_HAS_ROOM, "the least time isn't shorter than the longest");
    }

    private void escalation(Stage stage, int at, String pointer) {
        broken(
                stage.window() != null && stage.escalatesTo() == null,
                pointer + "/window",
                A_WINDOW_NEEDS_ESCALATION,
                stage.code() + " leads nowhere");
        if (stage.escalatesTo() != null) {
            Optional<Stage> higher = programme.stages().stream()
                    .skip(at + 1L)
                    .filter(later -> later.code().equals(stage.escalatesTo()))
                    .findFirst();
            broken(stage.window() == null, pointer, A_WINDOW_NEEDS_ESCALATION, stage.code() + " escalates without end");
            boolean fits = higher.filter(later ->
                            later.rules().keySet().containsAll(stage.rules().keySet()))
                    .isPresent();
            broken(
                    !fits,
                    pointer + "/escalatesTo",
                    ESCALATION_LEADS_UPWARD,
                    "no later stage " + stage.escalatesTo() + " that decides the same kinds");
        }
        boolean reached =
                programme.stages().stream().anyMatch(lower -> stage.code().equals(lower.escalatesTo()));
        broken(
                stage.onlyByEscalation() && !reached,
                pointer,
                ESCALATION_LEADS_UPWARD,
                "nothing escalates to " + stage.code());
    }

    private void adopts(Kind kind) {
        List<Stage> way = programme.way(kind);
        for (Stage stage : way) {
            boolean last = stage == way.getLast();
            broken(
                    stage.adopting() != last,
                    "/stages/" + programme.stages().indexOf(stage),
                    LAST_STAGE_ADOPTS,
                    kind + (last ? " ends at " : " goes on after ") + stage.code());
        }
        broken(way.isEmpty(), "/stages", LAST_STAGE_ADOPTS, kind + " has only stages reached by escalation");
    }
}
