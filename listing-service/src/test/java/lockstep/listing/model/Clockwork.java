package lockstep.listing.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.listing.model.World.Bundle;
import lockstep.listing.model.World.Correction;
import lockstep.listing.model.World.Draft;

/** DOMAIN §4: what the system does when time has come: deadlines, windows, 90 days, and the release at T (G11, G12 b). */
final class Clockwork {
    private final World world;

    Clockwork(World world) {
        this.world = world;
    }

    void run() {
        for (Bundle its : world.packages) {
            if (its.round != null && its.round.status.equals("OPEN") && !its.round.deadline.isAfter(world.now)) {
                new Counting(world).conclude(its, true);
            }
            if (its.windowEnds != null && !its.windowEnds.isAfter(world.now)) {
                windowOver(its);
            }
            boolean may = Set.of("FORMING", "CLOSED", "ADOPTED", "SCHEDULED").contains(its.status);
            if (may && its.windowEnds == null && !its.roundLive() && new PackageTable(world).stale(its)) {
                stale(its);
            }
        }
        for (Correction its : world.corrections) {
            if (its.status.equals("TACIT") && !its.ends.isAfter(world.now)) {
                world.move(its, "takeIn", "TAKEN_IN");
            }
        }
        world.packages.stream()
                .filter(this::due)
                .sorted(Comparator.comparing(its -> its.releaseAt))
                .forEach(this::release);
        lapse();
    }

    private void windowOver(Bundle its) {
        its.windowEnds = null;
        if (its.status.equals("ADOPTED")) {
            world.rows.taken("package ADOPTED windowOver ADOPTED");
            return;
        }
        its.entries.forEach(entry -> {
            world.move(entry, "lapse", "REJECTED");
            world.undone(entry);
            entry.in = null;
        });
        its.entries.clear();
        world.move(its, "lapse", "DISSOLVED");
    }

    private void stale(Bundle its) {
        its.stage = world.procedure.firstStage();
        its.passed = null;
        world.move(its, "stale", its.status.equals("FORMING") ? "FORMING" : "CLOSED");
        its.entries.forEach(entry -> {
            world.move(entry, "stale", "READY");
            entry.stage = its.stage;
            world.undone(entry);
        });
    }

    private boolean due(Bundle its) {
        return its.status.equals("SCHEDULED") && !its.overdue && !its.releaseAt.isAfter(world.now);
    }

    private void release(Bundle its) {
        boolean corrected = world.corrections.stream().anyMatch(one -> one.in == its && one.pending());
        if (its.heldBy != null || !its.go || !targetsStand(its) || corrected) {
            its.overdue = true;
            its.go = false;
            world.rows.taken("package SCHEDULED keptBack SCHEDULED");
            return;
        }
        world.move(its, "publish", "PUBLISHED");
        // What the act adds has the term that the list has by the act.
        Stream.concat(
                        its.entries.stream().filter(entry -> entry.kind.equals("RENEW")),
                        its.entries.stream().filter(entry -> !entry.kind.equals("RENEW")))
                .forEach(entry -> {
                    world.move(entry, "publish", "PUBLISHED");
                    publish(its, entry);
                });
    }

    private void publish(Bundle its, Draft entry) {
        if (entry.target == null) {
            entry.listed = true;
            entry.expires = world.proposals.stream()
                    .filter(one -> one.listed && !one.ended && one != entry)
                    .map(one -> one.expires)
                    .reduce(Term.after(out(its), world.procedure), Clockwork::last);
            if (entry.urgent) {
                entry.lapses = later(out(its));
                confirmation(entry);
            }
            return;
        }
        Draft target = entry.target.last();
        if (entry.kind.equals("CONFIRM")) {
            target.lapses = null;
            world.rows.taken("listing ACTIVE lasts ACTIVE");
            return;
        }
        if (entry.kind.equals("RENEW") && entry.printsNothingAnew()) {
            target.expires = next(its, target);
            world.rows.taken("listing ACTIVE renewed ACTIVE");
            return;
        }
        target.ended = true;
        if (!entry.kind.equals("REMOVE")) {
            target.successor = entry;
            entry.amends = target;
            entry.listed = true;
            entry.lapses = target.lapses;
            entry.expires = entry.kind.equals("RENEW") ? Term.after(target.expires, world.procedure) : target.expires;
        }
    }

    /** The next term, and never more than one ahead of the present one. */
    private Instant next(Bundle its, Draft target) {
        Instant furthest = Term.after(Term.after(out(its), world.procedure), world.procedure);
        Instant next = Term.after(target.expires, world.procedure);
        return next.isAfter(furthest) ? furthest : next;
    }

    private static Instant last(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    /** What is listed urgently is put before the lawyers at once, to be confirmed. */
    private void confirmation(Draft listed) {
        Draft its = new Draft();
        its.no = world.proposals.size() + 1;
        its.subject = listed.subject;
        its.caseNo = listed.caseNo;
        its.kind = "CONFIRM";
        its.agency = listed.agency;
        its.status = "LEGAL_REVIEW";
        its.stage = world.procedure.firstStage();
        its.submitted = 1;
        its.accepted = world.now;
        its.subjectVersion = listed.subjectVersion;
        its.target = listed;
        listed.acts.getOrDefault(listed.revision, Map.of()).forEach((account, acts) -> acts.stream()
                .filter(Set.of("AUTHOR", "SUBMIT")::contains)
                .forEach(act -> its.did(account, act)));
        world.proposals.add(its);
        world.rows.taken("proposal - open LEGAL_REVIEW");
    }

    /** T, or the moment at which it was published at last. */
    private Instant out(Bundle its) {
        return world.now.isAfter(its.releaseAt.plusSeconds(60)) ? world.now : its.releaseAt;
    }

    private Instant later(Instant from) {
        return from.atZone(world.procedure.zone()).plusDays(56).toInstant();
    }

    /** More time where it was given, before what was not confirmed ends. */
    private void lapse() {
        for (Draft its : world.proposals) {
            Draft last = its.last();
            boolean due = its.extension != null && its.extension.confirmed && !its.extension.applied;
            if (due && !last.ended && last.lapses != null) {
                last.lapses = later(last.lapses);
                its.extension.applied = true;
                world.rows.taken("listing ACTIVE extend ACTIVE");
            }
        }
        for (Draft its : world.proposals) {
            if (its.listed && !its.ended && its.lapses != null && !its.lapsing(world.now)) {
                its.ended = true;
                world.rows.taken("listing ACTIVE lapse EXPIRED");
            }
            if (its.listed && !its.ended && its.expires != null && !its.expires.isAfter(world.now) && !adopted(its)) {
                its.ended = true;
                world.rows.taken("listing ACTIVE expire EXPIRED");
            }
        }
    }

    /** Its renewal or removal is decided, if only one person says so yet, and its release is to come. */
    private boolean adopted(Draft listed) {
        return world.proposals.stream()
                .filter(one -> Set.of("RENEW", "REMOVE").contains(one.kind))
                .filter(one -> Set.of("APPROVED", "SCHEDULED").contains(one.status) || saidToBeAdopted(one))
                .anyMatch(one -> one.target != null && one.target.last() == listed);
    }

    private static boolean saidToBeAdopted(Draft its) {
        return its.in != null
                && its.in.awaiting() != null
                && its.in.awaiting().adopted
                && !its.in.awaiting().leftOut.contains(its.no);
    }

    /** Each listing that an entry is about stands, also after what the entries before it do to it. */
    private static boolean targetsStand(Bundle its) {
        List<Draft> about =
                its.entries.stream().filter(entry -> entry.target != null).toList();
        for (int at = 0; at < about.size(); at++) {
            Draft target = about.get(at).target.last();
            boolean removedBefore = about.subList(0, at).stream()
                    .anyMatch(before -> before.kind.equals("REMOVE") && before.target.last() == target);
            if (target.ended || removedBefore) {
                return false;
            }
        }
        return true;
    }
}
