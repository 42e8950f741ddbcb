package lockstep.listing.model;

import static lockstep.listing.model.Step.Twist.INCOMPLETE;
import static lockstep.listing.model.Step.Twist.THIN;
import static lockstep.listing.model.Step.Twist.URGENT;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import lockstep.listing.model.World.Ballot;
import lockstep.listing.model.World.Bundle;
import lockstep.listing.model.World.Draft;

/** DOMAIN §4: where a proposal goes by what {@link ProposalTable} lets be done to it, and what follows for its package. */
final class ProposalSteps {
    private final World world;
    private final ProposalTable table;

    ProposalSteps(World world) {
        this.world = world;
        this.table = new ProposalTable(world);
    }

    void apply(Step step) {
        Person by = step.by();
        Draft its = world.proposal(step.on());
        switch (step.event()) {
            case DRAFT -> draft(step);
            case AMEND -> {
                its.revision++;
                its.incomplete = step.has(INCOMPLETE);
                its.thin = step.has(THIN);
                its.urgent = step.has(URGENT);
                its.subjectVersion = world.subjectVersions.getOrDefault(its.subject, 0);
                its.did(by, "AUTHOR");
                world.move(its, "amend", its.status);
            }
            case SUBMIT -> {
                its.submitted = its.revision;
                its.did(by, "SUBMIT");
                // "RETURNED begins again at the first stage."
                its.stage = world.procedure.firstStage();
                world.move(its, "submit", "SUBMITTED");
            }
            case ACCEPT -> {
                its.accepted = world.now;
                world.move(its, "accept", "IN_REVIEW");
            }
            case RETURN -> back(its, "return", by);
            case ENDORSE -> {
                its.did(by, "ENDORSE");
                Set<String> given = its.endorsements.computeIfAbsent(its.revision, _ -> new HashSet<>());
                given.add(by.agency());
                boolean all = world.procedure.endorsedBy(its.agency, given);
                world.move(its, "endorse", all ? "LEGAL_REVIEW" : "IN_REVIEW");
            }
            case FIND_SUFFICIENT -> {
                its.did(by, "FIND_SUFFICIENT");
                world.move(its, "findSufficient", "READY");
            }
            case CONSULT -> {
                String other = world.procedure.consulted().stream()
                        .filter(agency -> !agency.equals(its.agency))
                        .findFirst()
                        .orElseThrow();
                its.consulted
                        .computeIfAbsent(its.revision, _ -> new HashSet<>())
                        .add(other);
            }
            case HOLD -> {
                String from = its.status;
                its.windowOf = its.in;
                its.windowLeft = from.equals("ESCALATED") ? Duration.between(world.now, its.in.windowEnds) : null;
                leave(its, "held");
                its.heldFrom = its.status;
                its.status = from;
                world.move(its, "hold", "ON_HOLD");
            }
            case RESUME -> {
                world.move(its, "resume", its.heldFrom);
                if (its.windowLeft != null) {
                    new PackageSteps(world).takeUp(its);
                }
            }
            case WITHDRAW -> {
                String from = its.status;
                leave(its, "withdrawn");
                its.status = from;
                world.move(its, "withdraw", "WITHDRAWN");
            }
            case RESUBMIT -> {
                Draft again = added(its.subject, its.kind, its.agency, by);
                again.incomplete = its.incomplete;
                again.thin = its.thin;
                again.urgent = its.urgent;
                again.target = its.target;
                again.subjectVersion = its.subjectVersion;
                its.takenUp = true;
                world.rows.taken("proposal " + its.status + " resubmit DRAFT");
            }
            case REVISE_SUBJECT -> {
                table.goBack(step).forEach(one -> back(one, "materialChange", by));
                world.subjectVersions.merge(step.on(), 1, Integer::sum);
            }
            case RECUSE -> recuse(step);
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    private void draft(Step step) {
        Draft its = added(step.on(), step.say(), step.by().agency(), step.by());
        its.incomplete = step.has(INCOMPLETE);
        its.thin = step.has(THIN);
        its.urgent = step.has(URGENT);
        its.subjectVersion = world.subjectVersions.getOrDefault(its.subject, 0);
        its.target =
                step.entries().isEmpty() ? null : world.proposal(step.entries().getFirst());
        world.rows.taken("proposal - create DRAFT");
    }

    private Draft added(int subject, String kind, String agency, Person by) {
        Draft its = new Draft();
        its.no = world.proposals.size() + 1;
        its.subject = subject;
        its.caseNo = world.caseOf(subject);
        its.kind = kind;
        its.agency = agency;
        its.stage = world.procedure.firstStage();
        its.did(by, "AUTHOR");
        world.proposals.add(its);
        return its;
    }

    private void back(Draft its, String word, Person by) {
        String from = its.status;
        leave(its, word);
        its.status = from;
        world.move(its, word, "RETURNED");
        its.returned = its.revision;
        world.undone(its);
    }

    /** Out of its package: a live round is cancelled, the others go on in a shorter package. */
    private void leave(Draft its, String word) {
        Bundle pack = its.in;
        if (pack == null) {
            return;
        }
        world.lapse(its);
        new Counting(world).cancel(pack, word);
        new PackageSteps(world).lose(pack, Set.of(its), word);
    }

    private void recuse(Step step) {
        for (Bundle pack : world.packages) {
            boolean inIt = pack.entries.stream().anyMatch(its -> its.caseNo == step.on());
            Ballot round = pack.round;
            if (inIt
                    && pack.roundLive()
                    && round.votes.values().removeIf(said -> said.account()
                            .equals(step.by().account()))) {
                new Counting(world).conclude(pack, false);
            }
        }
        world.recused
                .computeIfAbsent(step.on(), _ -> new HashSet<>())
                .add(step.by().account());
    }
}
