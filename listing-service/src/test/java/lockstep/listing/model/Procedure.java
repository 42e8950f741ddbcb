package lockstep.listing.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the model needs to know of one programme, written by hand from DOMAIN's programme table; nothing of it is read from
 * {@code programmes.yaml}.
 *
 * @param proposers those of the proposing agencies that the histories use
 * @param each every endorser but the proposer must endorse; else one of them
 * @param offices agencies whose people hold the office
 * @param seats agency by seat, the conditional ones in {@code conditional}
 * @param consulted agencies that consult each other before a decision (G14); none: no consultation
 * @param terms what a complete text of this programme says beside its reasons
 * @param instruments the acts that a record names, with a number of the right form
 * @param languages in which a text must be there before it is scheduled, beside the one in which it is worked on
 */
record Procedure(
        String code,
        String level,
        ZoneId zone,
        Set<LocalDate> holidays,
        List<String> kinds,
        List<String> proposers,
        boolean each,
        List<String> endorsers,
        Map<String, List<String>> offices,
        Map<String, String> seats,
        Set<String> conditional,
        List<Stage> stages,
        List<String> consulted,
        String criterion,
        Map<String, String> terms,
        Map<String, String> instruments,
        boolean cites,
        List<String> languages) {

    /**
     * One step of deciding.
     *
     * @param rule UNANIMITY, MAJORITY, SIGN or RECORDED, for an ADD
     * @param otherRule the same for AMEND and REMOVE
     * @param minimumHours shortest time of a round; 0: none
     * @param fromAcceptance the longest time of 30 days runs from acceptance, not from the opening
     * @param escalatesTo the higher stage, reached only so, within five days; or null
     */
    record Stage(
            String code,
            String rule,
            String otherRule,
            boolean silence,
            int minimumHours,
            boolean fromAcceptance,
            boolean adopting,
            String escalatesTo,
            boolean onlyByEscalation) {

        boolean recorded() {
            return rule.equals("RECORDED");
        }

        String rule(String kind) {
            return kind.equals("ADD") ? rule : otherRule;
        }
    }

    Stage stage(String wanted) {
        return stages.stream()
                .filter(its -> its.code().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    String firstStage() {
        return stages.getFirst().code();
    }

    /** Null after the last one, and after one that was reached by escalation. */
    String stageAfter(String code) {
        List<Stage> way = stages.stream().filter(its -> !its.onlyByEscalation()).toList();
        int at = way.indexOf(stage(code));
        return at < 0 || at + 1 == way.size() ? null : way.get(at + 1).code();
    }

    boolean together(Set<String> theirs) {
        return stages.stream()
                .allMatch(stage -> theirs.stream().map(stage::rule).distinct().count() <= 1);
    }

    /** Agencies that take part by a seat or an office; publishers only once something is approved. */
    boolean party(String agency, boolean approved) {
        return seats.containsValue(agency)
                || offices.entrySet().stream()
                        .anyMatch(its -> (approved || !its.getKey().equals("publisher"))
                                && its.getValue().contains(agency));
    }

    boolean endorses(String proposing, String agency) {
        return endorsers.contains(agency) && !agency.equals(proposing);
    }

    boolean endorsedBy(String proposing, Set<String> given) {
        return each
                ? endorsers.stream().filter(its -> !its.equals(proposing)).allMatch(given::contains)
                : given.stream().anyMatch(its -> endorses(proposing, its));
    }

    boolean closed(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5 || holidays.contains(day);
    }

    /** The same time of day on the first day from then on that isn't closed, whatever the clocks do in between. */
    Instant working(Instant at) {
        LocalDateTime local = at.atZone(zone).toLocalDateTime();
        LocalDateTime open = local;
        while (closed(open.toLocalDate())) {
            open = open.plusDays(1);
        }
        return open.equals(local) ? at : open.atZone(zone).toInstant();
    }

    boolean urgent() {
        return kinds.contains("CONFIRM");
    }

    boolean votes() {
        return stages.stream().anyMatch(its -> !its.recorded());
    }
}
