package lockstep.e2e.replay;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Json;
import lockstep.e2e.source.AmendingAct;
import lockstep.e2e.source.SourceRow;

/**
 * Drives an amending act through the procedure as the packages of its programmes. What it changes is first published in
 * its former text, under the date of that time; then all packages are released in one embargo group, and each published row
 * is compared with the source.
 */
public final class ActReplay {
    private static final Officials EXPORTS = Officials.UNION;
    private static final Officials TRANSACTIONS = EXPORTS.in("EU-833-XLV", EXPORTS.endorser());
    private static final int WORKERS = 6;
    /** Long enough for every package to be scheduled before it. */
    private static final Duration AHEAD = Duration.ofSeconds(10);

    private static final Future<?> AT_ONCE = CompletableFuture.completedFuture(null);

    private final AmendingAct act;
    private final Api api;
    private final Ledger ledger;
    private final Tally tally;

    public ActReplay(AmendingAct act, Api api, Path ledger, PrintStream out) {
        this.act = act;
        this.api = api;
        this.ledger = Ledger.in(ledger);
        this.tally = new Tally(out);
    }

    public ActResult run() {
        announce();
        int published;
        AtomicInteger amended = new AtomicInteger();
        List<Replacement> replacements =
                act.amended().stream().map(this::replacement).toList();
        try (Workers workers = new Workers(WORKERS);
                Course course = new Course(tally, act.entries() + replacements.size())) {
            Pack.Run run = new Pack.Run(api, ledger, new Judging(tally), workers, course);
            List<Pack> packs = packs(run, replacements);
            List<ReleaseWay> released = release(adopt(packs, workers), course);
            published = released.size();
            released.forEach(its -> workers.all(its.entries(), course::compared));
            replacements.forEach(each -> course.guarded(each.now().row(), () -> {
                each.check();
                amended.incrementAndGet();
            }));
        }
        return new ActResult(
                tally.close(act.entries()),
                published,
                amended.get(),
                act.others().size());
    }

    private void announce() {
        tally.say(act.celex() + " of " + act.date() + ": " + act.addedExports().size() + " added to Annex IV, "
                + act.addedTransactions().size() + " to Annex XLV.A, "
                + act.amended().size() + " changed in Annex IV: "
                + act.amended().stream()
                        .map(each -> each.now() + ", listed on " + each.now().printedDate())
                        .collect(Collectors.joining("; ")));
        int rows = act.others().values().stream().mapToInt(Integer::intValue).sum();
        tally.say("left out, of no programme here: " + rows + " rows of "
                + act.others().size() + " annexes: "
                + act.others().entrySet().stream()
                        .map(other -> other.getKey() + " " + other.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private Replacement replacement(AmendingAct.Amended each) {
        EntryWay former = way(EXPORTS, each.former());
        return new Replacement(former, former.amendedTo(each.now()));
    }

    private EntryWay way(Officials officials, SourceRow row) {
        return new EntryWay(officials, row, api, ledger, tally);
    }

    private List<Pack> packs(Pack.Run run, List<Replacement> replacements) {
        Statement exports = statement(EXPORTS);
        Pack formers = Pack.begun(
                run,
                EXPORTS,
                "Former texts",
                replacements.stream().map(Replacement::former).toList(),
                exports,
                AT_ONCE);
        Future<?> former = run.workers().beside(() -> Replacement.publishFormers(run, formers));
        return List.of(
                additions(run, EXPORTS, "Additions to Annex IV", act.addedExports(), exports),
                additions(
                        run, TRANSACTIONS, "Additions to Annex XLV", act.addedTransactions(), statement(TRANSACTIONS)),
                Pack.begun(
                        run,
                        EXPORTS,
                        "Amendments of Annex IV",
                        replacements.stream().map(Replacement::now).toList(),
                        exports,
                        former));
    }

    private Pack additions(Pack.Run run, Officials officials, String title, List<SourceRow> rows, Statement statement) {
        List<EntryWay> entries = rows.stream().map(row -> way(officials, row)).toList();
        return Pack.begun(run, officials, title, entries, statement, AT_ONCE);
    }

    private Statement statement(Officials officials) {
        return new Statement(officials, api.listing(officials.analyst()).get("/programmes/" + officials.programme()));
    }

    /** Each package through its stages, side by side; those that were adopted. */
    private List<ReleaseWay> adopt(List<Pack> packs, Workers workers) {
        List<CompletableFuture<Optional<ReleaseWay>>> ways = new ArrayList<>();
        for (Pack pack : packs) {
            CompletableFuture<Optional<ReleaseWay>> way = new CompletableFuture<>();
            ways.add(way);
            workers.beside(() -> {
                try {
                    Optional<ReleaseWay> adopted = pack.adopted(partOf(pack));
                    adopted.ifPresent(its -> tally.say("through its stages: " + pack.title() + ", "
                            + pack.entries().size()));
                    way.complete(adopted);
                } catch (RuntimeException | Error failed) {
                    way.completeExceptionally(failed);
                }
            });
        }
        return ways.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The regulation's number is the source's; the decision's, which the source doesn't tell, stands in before it. */
    private Act partOf(Pack pack) {
        String name = act.celex() + "/" + pack.title();
        return new Act(name, pack.title() + ", act of " + act.date(), act.date(), act.number() - 1);
    }

    /** In one embargo group, all or none; those that were published. */
    private List<ReleaseWay> release(List<ReleaseWay> adopted, Course course) {
        if (adopted.isEmpty()) {
            return adopted;
        }
        Instant at = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        ReleaseWay first = adopted.getFirst();
        List<String> programmes =
                adopted.stream().map(ReleaseWay::programme).distinct().toList();
        String group = first.found(act.celex() + ", all or none", at, programmes);
        adopted.stream().skip(1).forEach(its -> course.together(its.entries(), () -> its.join(group)));
        List<ReleaseWay> scheduled = adopted.stream()
                .filter(its -> course.together(its.entries(), () -> its.schedule(at)))
                .toList();
        tally.say("scheduled " + scheduled.size() + " of " + adopted.size() + " packages in one group for " + at);
        if (scheduled.size() < adopted.size()) {
            scheduled.forEach(its -> course.together(its.entries(), () -> {
                throw new IllegalStateException("another package of its group could not be scheduled");
            }));
            return List.of();
        }
        List<ReleaseWay> published = scheduled.stream()
                .filter(its -> course.together(its.entries(), its::awaitPublication))
                .toList();
        tally.say("the group: "
                + Json.items(first.group(group).path("members"))
                        .map(member -> member.path("programme").asText() + " "
                                + member.path("state").asText() + " at "
                                + member.path("publishedAt").asText())
                        .collect(Collectors.joining(", ")));
        return published;
    }
}
