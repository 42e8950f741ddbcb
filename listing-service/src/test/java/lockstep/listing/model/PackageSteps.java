package lockstep.listing.model;

import static lockstep.listing.model.Step.Twist.NOT_ADOPTED;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lockstep.listing.model.World.Bundle;
import lockstep.listing.model.World.Draft;
import lockstep.listing.model.World.Minutes;

/** DOMAIN §4: where a package and its entries go by what {@link PackageTable} lets be done. */
final class PackageSteps {
    private final World world;
    private final PackageTable table;

    PackageSteps(World world) {
        this.world = world;
        this.table = new PackageTable(world);
    }

    void apply(Step step) {
        Bundle its = world.bundle(step.on());
        switch (step.event()) {
            case FORM -> {
                form(table.named(step));
            }
            case ADD_ENTRY -> {
                enter(its, table.named(step));
                world.move(its, "add", "FORMING");
            }
            case REMOVE_ENTRY -> {
                lose(its, Set.copyOf(table.named(step)), "remove");
            }
            case DECIDE_WITHOUT ->
                its.waived
                        .computeIfAbsent(step.by().seat(), _ -> new HashSet<>())
                        .add(its.entries.getFirst().caseNo);
            case RECORD -> {
                Minutes record = new Minutes();
                record.stage = its.stage;
                record.by = step.by().account();
                record.adopted = !step.has(NOT_ADOPTED);
                record.leftOut.addAll(step.entries());
                record.content = Set.copyOf(its.content);
                its.records.add(record);
                world.move(its, "record", "CLOSED");
                its.entries.forEach(entry -> world.move(entry, "record", "READY"));
            }
            case CONFIRM_RECORD -> confirm(its, step.by());
            case REFUSE_RECORD -> {
                Minutes record = its.records.getLast();
                record.status = "REFUSED";
                record.confirmedBy = step.by().account();
                its.entries.forEach(entry -> world.move(entry, "refuseRecord", entry.status));
            }
            case ESCALATE -> {
                its.stage = world.procedure.stage(its.stage).escalatesTo();
                its.windowEnds = null;
                its.outvoted.clear();
                world.move(its, "escalate", "CLOSED");
                its.entries.forEach(entry -> {
                    world.move(entry, "escalate", "READY");
                    entry.stage = its.stage;
                    entry.law = null;
                });
            }
            case SCHEDULE -> {
                its.releaseAt = step.at();
                its.go = true;
                its.heldBy = null;
                its.overdue = false;
                world.move(its, "schedule", "SCHEDULED");
                its.entries.forEach(entry -> {
                    entry.did(step.by(), "SCHEDULE");
                    world.move(entry, "schedule", "SCHEDULED");
                });
            }
            case UNSCHEDULE -> {
                unscheduled(its, "unschedule");
            }
            case GIVE_GO -> {
                its.go = true;
                its.overdue = false;
            }
            case HOLD_RELEASE -> its.heldBy = step.by().account();
            case LIFT_HOLD -> its.heldBy = null;
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    private void unscheduled(Bundle its, String word) {
        noRelease(its);
        world.move(its, word, "ADOPTED");
        its.entries.forEach(entry -> world.move(entry, word, "APPROVED"));
    }

    private static void noRelease(Bundle its) {
        its.releaseAt = null;
        its.go = false;
        its.heldBy = null;
        its.overdue = false;
    }

    private Bundle form(List<Draft> entries) {
        Bundle formed = new Bundle();
        formed.no = world.packages.size() + 1;
        formed.stage = entries.getFirst().stage;
        world.packages.add(formed);
        world.rows.taken("package - form FORMING");
        enter(formed, entries);
        return formed;
    }

    /** What was held in its window for escalation is escalated in a package of its own, in the rest of the window. */
    void takeUp(Draft its) {
        Bundle formed = form(List.of(its));
        world.move(formed, "takeUp", "CLOSED");
        formed.windowEnds = world.now.plus(its.windowLeft);
        its.windowLeft = null;
    }

    private void enter(Bundle its, List<Draft> chosen) {
        for (Draft entry : chosen) {
            entry.in = its;
            its.entries.remove(entry);
            its.entries.add(entry);
            its.ever.put(entry, entry.revision);
            // What carries a package is as old as the oldest stage that carries one of its entries (G12 b).
            if (entry.passed != null && (its.passed == null || entry.passed.isBefore(its.passed))) {
                its.passed = entry.passed;
            }
        }
        its.content = content(its);
    }

    static Set<String> content(Bundle its) {
        return its.entries.stream()
                .map(entry -> entry.no + "@" + its.ever.get(entry))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Entries leave; the last one dissolves the package, and a scheduled one must be scheduled anew. */
    void lose(Bundle its, Set<Draft> leaving, String word) {
        its.entries.removeAll(leaving);
        leaving.forEach(entry -> entry.in = null);
        if (its.entries.isEmpty()) {
            its.windowEnds = null;
            noRelease(its);
            world.move(its, word, "DISSOLVED");
            return;
        }
        its.content = content(its);
        if (its.status.equals("SCHEDULED")) {
            unscheduled(its, word);
        } else {
            world.move(its, word, its.status);
        }
    }

    private void confirm(Bundle its, Person by) {
        Minutes record = its.records.getLast();
        record.status = "CONFIRMED";
        record.confirmedBy = by.account();
        if (!record.adopted) {
            its.entries.forEach(entry -> {
                world.move(entry, "notAdopted", "REJECTED");
                world.undone(entry);
                entry.in = null;
            });
            its.entries.clear();
            world.move(its, "notAdopted", "DISSOLVED");
            return;
        }
        Set<Draft> out = its.entries.stream()
                .filter(entry -> record.leftOut.contains(entry.no))
                .collect(Collectors.toSet());
        out.forEach(entry -> {
            world.move(entry, "leftOut", "RETURNED");
            entry.returned = entry.revision;
            world.undone(entry);
        });
        if (!out.isEmpty()) {
            lose(its, out, "leftOut");
        }
        if (!its.entries.isEmpty()) {
            passed(its, "recordAdopted", Set.of());
        }
    }

    /** A stage passed, by a round or by a record. */
    void passed(Bundle its, String word, Set<String> outvoted) {
        Procedure.Stage stage = world.procedure.stage(its.stage);
        String next = world.procedure.stageAfter(its.stage);
        boolean window = !outvoted.isEmpty() && stage.escalatesTo() != null;
        its.outvoted = new TreeSet<>(outvoted);
        its.windowEnds = window ? afterWindow() : null;
        its.passed = world.now;
        its.stage = next == null ? its.stage : next;
        world.move(its, word, next == null ? "ADOPTED" : "CLOSED");
        its.adoptedOnce |= next == null;
        its.entries.forEach(entry -> {
            world.move(entry, word, next == null ? "APPROVED" : "READY");
            entry.stage = its.stage;
            entry.passed = world.now;
            entry.law = !stage.adopting() ? null : window ? its.windowEnds : world.now;
            entry.approvedOnce |= next == null;
        });
    }

    /** Five days of the programme's calendar; they run from when the round is concluded, so that nobody loses of them. */
    Instant afterWindow() {
        return world.now.atZone(world.procedure.zone()).plusDays(5).toInstant();
    }
}
