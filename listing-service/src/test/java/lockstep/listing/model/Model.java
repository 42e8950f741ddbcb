package lockstep.listing.model;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lockstep.listing.model.World.Ballot;
import lockstep.listing.model.World.Bundle;
import lockstep.listing.model.World.Draft;
import lockstep.listing.model.World.Wording;

/** The tables together: what an attempt leads to, and what then stands, in one line per thing. */
final class Model {
    final World world;
    private final ProposalTable proposals;
    private final PackageTable packages;
    private final RoundTable rounds;
    private final CorrectionTable corrections;
    private final ExtensionTable extensions;
    private final LanguageTable languages;

    Model(World world) {
        this.world = world;
        this.proposals = new ProposalTable(world);
        this.packages = new PackageTable(world);
        this.rounds = new RoundTable(world);
        this.corrections = new CorrectionTable(world);
        this.extensions = new ExtensionTable(world);
        this.languages = new LanguageTable(world);
    }

    /** True if everything that the attempt names is there; a shortened history may lack some of it. */
    boolean names(Step step) {
        boolean entries = step.entries().stream().allMatch(no -> world.proposal(no) != null);
        return entries
                && switch (step.event()) {
                    case CLOCK, JOBS, DRAFT, REVISE_SUBJECT, RECUSE -> true;
                    case FORM -> !step.entries().isEmpty();
                    case ADD_ENTRY,
                            REMOVE_ENTRY,
                            DECIDE_WITHOUT,
                            OPEN_ROUND,
                            RECORD,
                            ESCALATE,
                            SCHEDULE,
                            UNSCHEDULE,
                            GIVE_GO,
                            HOLD_RELEASE,
                            LIFT_HOLD -> world.bundle(step.on()) != null;
                    case CONFIRM_RECORD, REFUSE_RECORD ->
                        world.bundle(step.on()) != null
                                && !world.bundle(step.on()).records.isEmpty();
                    case EXTEND, CONFIRM_EXTENSION ->
                        world.proposal(step.on()) != null && world.proposal(step.on()).listed;
                    case CONFIRM_CORRECTION, REFUSE_CORRECTION, WITHDRAW_CORRECTION, DEMAND_ROUND ->
                        world.correction(step.on()) != null;
                    case VOTE, LIFT, CARVE_OUT, NOTE, CLOSE_FAILED, MOVE_DEADLINE, CANCEL ->
                        world.bundle(step.on()) != null && world.bundle(step.on()).round != null;
                    default -> world.proposal(step.on()) != null;
                };
    }

    /** Why it must be refused; empty if it must be accepted. */
    Set<Why> refusals(Step step) {
        return switch (table(step)) {
            case 'p' -> proposals.refusals(step);
            case 'k' -> packages.refusals(step);
            case 'r' -> rounds.refusals(step);
            case 'f' -> corrections.refusals(step);
            case 'x' -> extensions.refusals(step);
            case 'l' -> languages.refusals(step);
            default -> Set.of();
        };
    }

    boolean consulted(Draft its) {
        return rounds.consulted(its);
    }

    boolean inEachLanguage(Draft its) {
        return languages.lacking(its).isEmpty();
    }

    /** Counts how the attempt goes and, where nothing speaks against it, does what follows. */
    void take(Step step, Set<Why> refusals) {
        if (refusals.isEmpty()) {
            world.rows.accepted(attempt(step));
            apply(step);
        } else {
            world.rows.refused(step.event(), refusals);
        }
    }

    private void apply(Step step) {
        switch (table(step)) {
            case 'p' -> new ProposalSteps(world).apply(step);
            case 'k' -> new PackageSteps(world).apply(step);
            case 'r' -> rounds.apply(step);
            case 'f' -> corrections.apply(step);
            case 'x' -> extensions.apply(step);
            case 'l' -> languages.apply(step);
            default -> {
                if (step.event() == Step.Event.CLOCK) {
                    world.now = step.at();
                } else {
                    new Clockwork(world).run();
                }
            }
        }
    }

    private static char table(Step step) {
        return switch (step.event()) {
            case DRAFT,
                    AMEND,
                    SUBMIT,
                    ACCEPT,
                    RETURN,
                    ENDORSE,
                    FIND_SUFFICIENT,
                    CONSULT,
                    HOLD,
                    RESUME,
                    WITHDRAW,
                    RESUBMIT,
                    REVISE_SUBJECT,
                    RECUSE -> 'p';
            case FORM,
                    ADD_ENTRY,
                    REMOVE_ENTRY,
                    DECIDE_WITHOUT,
                    RECORD,
                    CONFIRM_RECORD,
                    REFUSE_RECORD,
                    ESCALATE,
                    SCHEDULE,
                    UNSCHEDULE,
                    GIVE_GO,
                    HOLD_RELEASE,
                    LIFT_HOLD -> 'k';
            case OPEN_ROUND, VOTE, LIFT, CARVE_OUT, NOTE, CLOSE_FAILED, MOVE_DEADLINE, CANCEL -> 'r';
            case CORRECT, CONFIRM_CORRECTION, REFUSE_CORRECTION, WITHDRAW_CORRECTION, DEMAND_ROUND -> 'f';
            case EXTEND, CONFIRM_EXTENSION -> 'x';
            case WRITE_LANGUAGE, CONFIRM_LANGUAGE -> 'l';
            case CLOCK, JOBS -> 'c';
        };
    }

    /** Where the attempt finds what it is about, for the table of how often each was made. */
    String attempt(Step step) {
        String where =
                switch (step.event()) {
                    case CLOCK, JOBS, DRAFT -> "";
                    case FORM -> step.entries().size() > 1 ? "several" : "one";
                    case RECUSE -> step.by().offices().toString();
                    case REVISE_SUBJECT ->
                        proposals.goBack(step).stream()
                                .map(Model::situation)
                                .sorted()
                                .toList()
                                .toString();
                    case CONFIRM_CORRECTION, REFUSE_CORRECTION, WITHDRAW_CORRECTION, DEMAND_ROUND ->
                        world.correction(step.on()).status;
                    default ->
                        "kr".indexOf(table(step)) < 0
                                ? situation(world.proposal(step.on()))
                                : situation(world.bundle(step.on()))
                                        + (step.entries().isEmpty()
                                                ? ""
                                                : " named " + step.entries().size());
                };
        return step.event() + " " + where + (step.say() == null ? "" : " " + step.say());
    }

    private static String situation(Draft its) {
        return its.status + (its.in == null ? "" : " in " + situation(its.in));
    }

    private static String situation(Bundle its) {
        return its.status
                + (its.entries.size() > 1 ? " of several" : "")
                + (its.roundLive() ? " round " + its.round.status : "");
    }

    /** What stands, by the thing's name. */
    TreeMap<String, String> standing() {
        TreeMap<String, String> all = new TreeMap<>();
        world.proposals.forEach(its -> {
            all.put("proposal " + its.no, line(its));
            its.wordings().forEach((language, said) -> all.put("proposal " + its.no + " in " + language, line(said)));
        });
        world.packages.forEach(its -> {
            all.put("package " + its.no, line(its));
            if (its.round != null) {
                all.put("round of package " + its.no, line(its.round));
            }
            if (!its.records.isEmpty()) {
                all.put("record of package " + its.no, its.records.getLast().status);
            }
        });
        for (int at = 0; at < world.corrections.size(); at++) {
            World.Correction its = world.corrections.get(at);
            all.put(
                    "correction " + (at + 1),
                    its.status + " until " + its.ends + " seats " + new TreeSet<>(its.electorate));
        }
        return all;
    }

    private static String line(Draft its) {
        // A returned proposal's stage is shown as it was, until it is submitted anew.
        String stage = Set.of("DRAFT", "RETURNED").contains(its.status) ? "" : " at " + its.stage;
        return its.status + stage + " revision " + its.revision + " in " + (its.in == null ? 0 : its.in.no)
                + (its.listed
                        ? (its.ended ? " listing ended" : " listed") + " lapses " + its.lapses + " expires "
                                + its.expires
                        : "");
    }

    private static String line(Wording its) {
        return "version " + its.n + " by " + its.by
                + (its.confirmedBy == null ? "" : " confirmed by " + its.confirmedBy);
    }

    private static String line(Bundle its) {
        return its.status + " at " + its.stage + " "
                + its.entries.stream().map(entry -> entry.no).sorted().toList()
                + " outvoted " + (its.status.equals("DISSOLVED") ? "" : its.outvoted)
                + " window " + its.windowEnds
                + " release " + its.releaseAt
                + (its.go ? " GO" : "") + (its.heldBy == null ? "" : " HOLD") + (its.overdue ? " overdue" : "");
    }

    private static String line(Ballot its) {
        String votes = its.votes.entrySet().stream()
                .map(vote -> vote.getKey() + "=" + vote.getValue().choice())
                .collect(Collectors.joining(" "));
        return its.status + " at " + its.stage + " deadline " + its.deadline + " " + votes;
    }
}
