package lockstep.listing.model;

import static lockstep.listing.model.Step.Twist.CONFIRMED;
import static lockstep.listing.model.Step.Twist.HALF_AN_OPINION;
import static lockstep.listing.model.Step.Twist.IN_FUTURE;
import static lockstep.listing.model.Step.Twist.JUDGED_SAME;
import static lockstep.listing.model.Step.Twist.NOTHING_JUDGED;
import static lockstep.listing.model.Step.Twist.READ_ANOTHER;
import static lockstep.listing.model.Step.Twist.REPLY;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lockstep.listing.model.World.Draft;

/** DOMAIN §4, "A proposal's way", as far as somebody does something to a proposal itself, with G1 to G6, G12 (a) and G14. */
final class ProposalTable {
    private final World world;

    ProposalTable(World world) {
        this.world = world;
    }

    /** Why the attempt must be refused: everything that speaks against it. */
    Set<Why> refusals(Step step) {
        Set<Why> why = EnumSet.noneOf(Why.class);
        Person by = step.by();
        switch (step.event()) {
            case DRAFT -> {
                int in = world.caseOf(step.on());
                if (!world.seesCase(by, in)) {
                    return EnumSet.of(Why.UNKNOWN);
                }
                when(why, !by.agency().equals(world.agencyOf(in)), Why.WHO);
                boolean confirms = "CONFIRM".equals(step.say());
                Draft about = confirms ? world.proposal(step.entries().getFirst()) : null;
                when(why, confirms && beingConfirmed(by, about), Why.DUPLICATE);
                return why;
            }
            case REVISE_SUBJECT -> {
                return revising(step);
            }
            case RECUSE -> {
                return world.seesCase(by, step.on()) ? why : EnumSet.of(Why.UNKNOWN);
            }
            default -> {}
        }
        Draft its = world.proposal(step.on());
        if (!world.sees(by, its)) {
            return EnumSet.of(Why.UNKNOWN);
        }
        boolean proposer = by.agency().equals(its.agency);
        when(why, step.has(READ_ANOTHER) && reads(step), Why.READ_ANOTHER);
        switch (step.event()) {
            case AMEND -> {
                from(why, its, "DRAFT", "RETURNED");
                when(why, !proposer, Why.WHO);
            }
            case SUBMIT -> submitting(why, step, its, proposer);
            case ACCEPT -> {
                from(why, its, "SUBMITTED");
                when(why, !by.holds("chair") && !by.holds("registrar"), Why.WHO);
                when(why, world.fourEyes("ACCEPT", by, its), Why.FOUR_EYES);
                boolean alike = world.proposals.stream().anyMatch(other -> alike(by, its, other));
                boolean same = step.has(JUDGED_SAME)
                        && world.proposals.stream()
                                .anyMatch(other -> openAlike(by, its, other) && other.kind.equals(its.kind));
                when(why, step.has(NOTHING_JUDGED) && alike || same || anotherIsFurther(by, its), Why.DUPLICATE);
            }
            case RETURN -> {
                from(why, its, "SUBMITTED", "IN_REVIEW", "LEGAL_REVIEW", "READY");
                when(why, !by.holds("reviewer") && !by.holds("legal") && !by.holds("chair"), Why.WHO);
            }
            case ENDORSE -> {
                from(why, its, "IN_REVIEW");
                boolean may = by.holds("reviewer") && world.procedure.endorses(its.agency, by.agency());
                when(why, !may, Why.WHO);
                when(why, world.fourEyes("ENDORSE", by, its), Why.FOUR_EYES);
                when(why, its.endorsements.getOrDefault(its.revision, Set.of()).contains(by.agency()), Why.ENDORSED);
            }
            case FIND_SUFFICIENT -> {
                from(why, its, "LEGAL_REVIEW");
                when(why, !by.holds("legal"), Why.WHO);
                when(why, world.fourEyes("FIND_SUFFICIENT", by, its), Why.FOUR_EYES);
                when(why, step.has(HALF_AN_OPINION), Why.OPINION);
            }
            case CONSULT -> {
                from(why, its, "IN_REVIEW", "LEGAL_REVIEW", "READY");
                when(why, !by.holds("chair"), Why.WHO);
                when(why, world.procedure.consulted().isEmpty(), Why.CONSULTATION);
                when(why, step.has(IN_FUTURE), Why.DATE);
            }
            case HOLD -> {
                from(why, its, "SUBMITTED", "IN_REVIEW", "LEGAL_REVIEW", "READY", "DECIDING", "ESCALATED");
                when(why, !by.holds("chair"), Why.WHO);
                when(why, !step.at().isAfter(world.now), Why.DATE);
            }
            case RESUME -> {
                from(why, its, "ON_HOLD");
                when(why, !by.holds("chair"), Why.WHO);
                // G5 again: it is taken up from the package that it left.
                when(why, its.windowLeft != null && !world.sees(by, its.windowOf), Why.UNKNOWN);
            }
            case WITHDRAW -> {
                when(why, its.terminal(), Why.STATUS);
                when(why, !proposer, Why.WHO);
                when(why, its.isLaw(world.now), Why.LAW);
            }
            case RESUBMIT -> {
                from(why, its, "REJECTED", "WITHDRAWN");
                when(why, !proposer, Why.WHO);
                when(why, its.takenUp, Why.TAKEN_UP);
                when(why, its.kind.equals("CONFIRM") && beingConfirmed(by, its.target), Why.DUPLICATE);
            }
            default -> throw new IllegalArgumentException(step.toString());
        }
        boolean leaves =
                Set.of(Step.Event.RETURN, Step.Event.HOLD, Step.Event.WITHDRAW).contains(step.event());
        if (why.isEmpty() && leaves && its.in != null && !world.sees(by, its.in)) {
            // G5: recused from another entry of the package, one can't reach into it.
            why.add(Why.UNKNOWN);
        }
        return why;
    }

    /** An urgent listing is confirmed by one proposal at a time. */
    private boolean beingConfirmed(Person by, Draft listed) {
        return world.proposals.stream()
                .anyMatch(other -> other.kind.equals("CONFIRM")
                        && !other.terminal()
                        && other.target.last() == listed.last()
                        && world.sees(by, other));
    }

    /** One proposal of a kind about a listing goes ahead, others of it wait until it is over or returned. */
    private boolean anotherIsFurther(Person by, Draft its) {
        return its.target != null
                && world.proposals.stream()
                        .anyMatch(other -> other != its
                                && other.kind.equals(its.kind)
                                && other.target.last() == its.target.last()
                                && beyondSubmission(other)
                                && world.sees(by, other));
    }

    private static boolean beyondSubmission(Draft its) {
        String at = its.status.equals("ON_HOLD") ? its.heldFrom : its.status;
        return its.open() && !Set.of("SUBMITTED", "RETURNED").contains(at);
    }

    private static boolean reads(Step step) {
        return !Set.of(Step.Event.AMEND, Step.Event.HOLD, Step.Event.RESUME, Step.Event.WITHDRAW, Step.Event.RESUBMIT)
                .contains(step.event());
    }

    private void submitting(Set<Why> why, Step step, Draft its, boolean proposer) {
        from(why, its, "DRAFT", "RETURNED");
        when(why, !proposer, Why.WHO);
        // The others don't see a revision before it is submitted.
        when(why, !proposer && its.submitted < its.revision, Why.UNKNOWN);
        when(why, world.fourEyes("SUBMIT", step.by(), its), Why.FOUR_EYES);
        boolean answered = its.returned < its.revision || step.has(REPLY);
        when(why, its.status.equals("RETURNED") && !answered, Why.REPLY);
        when(why, its.incomplete, Why.TEXT);
        when(why, its.subjectVersion != world.subjectVersions.getOrDefault(its.subject, 0), Why.TEXT);
        when(why, its.target != null && !stands(its), Why.TEXT);
        when(why, its.thin, Why.EVIDENCE);
    }

    /** What it is about is in force, and lapses if it is to be confirmed. */
    private static boolean stands(Draft its) {
        Draft target = its.target;
        return target.listed && !target.ended && (!its.kind.equals("CONFIRM") || target.lapses != null);
    }

    /** G3: another record of the same target that is open or listed, as far as whoever accepts can see it; not what it is about. */
    private boolean alike(Person by, Draft its, Draft other) {
        return openAlike(by, its, other)
                || other != its
                        && other.subject == its.subject
                        && other.listed
                        && !other.ended
                        && (its.target == null || its.target.last() != other);
    }

    private boolean openAlike(Person by, Draft its, Draft other) {
        return other != its && other.subject == its.subject && other.open() && world.sees(by, other);
    }

    private Set<Why> revising(Step step) {
        Set<Why> why = EnumSet.noneOf(Why.class);
        int in = world.caseOf(step.on());
        boolean member = step.by().agency().equals(world.agencyOf(in));
        // The others see the subject with the first proposal about it that was submitted to them.
        if (world.recused(step.by(), in)
                || !member && onSubject(step).stream().noneMatch(its -> world.sees(step.by(), its))) {
            return EnumSet.of(Why.UNKNOWN);
        }
        when(why, !member, Why.WHO);
        // The table knows a material change from READY on; what others are reading before that isn't changed under
        // them.
        when(
                why,
                onSubject(step).stream()
                        .anyMatch(its -> Set.of("SUBMITTED", "IN_REVIEW", "LEGAL_REVIEW", "ON_HOLD", "ESCALATED")
                                .contains(its.status)),
                Why.UNDER_REVIEW);
        List<Draft> back = goBack(step);
        when(why, !back.isEmpty() && !step.has(CONFIRMED), Why.UNCONFIRMED);
        when(why, back.stream().anyMatch(its -> its.in != null && !world.sees(step.by(), its.in)), Why.UNDER_REVIEW);
        return why;
    }

    private List<Draft> onSubject(Step step) {
        return world.proposals.stream().filter(its -> its.subject == step.on()).toList();
    }

    List<Draft> goBack(Step step) {
        return onSubject(step).stream()
                .filter(its ->
                        Set.of("READY", "DECIDING", "APPROVED", "SCHEDULED").contains(its.status))
                .filter(its -> !its.isLaw(world.now))
                .toList();
    }

    private static void from(Set<Why> why, Draft its, String... statuses) {
        when(why, !Set.of(statuses).contains(its.status), Why.STATUS);
    }

    static void when(Set<Why> why, boolean not, Why reason) {
        if (not) {
            why.add(reason);
        }
    }
}
