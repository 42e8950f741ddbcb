package lockstep.e2e.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import lockstep.e2e.client.Api;

/** One package of an act: its entries, each with the draft that was begun for it. */
final class Pack {
    private final Run run;
    private final Officials officials;
    private final String title;
    private final Map<EntryWay, Future<?>> drafts = new LinkedHashMap<>();

    /** What all packages of a run have in common. */
    record Run(Api api, Ledger ledger, Judging judging, Workers workers, Course course) {}

    private Pack(Run run, Officials officials, String title) {
        this.run = run;
        this.officials = officials;
        this.title = title;
    }

    /** Begins every draft as soon as {@code first} has ended. */
    static Pack begun(
            Run run, Officials officials, String title, List<EntryWay> entries, Statement statement, Future<?> first) {
        Pack its = new Pack(run, officials, title);
        entries.forEach(entry -> its.drafts.put(entry, run.workers().beside(() -> {
            Workers.await(first);
            Workers.await(run.workers().submit(() -> run.course().guarded(entry.row(), () -> entry.draft(statement))));
        })));
        return its;
    }

    String title() {
        return title;
    }

    List<EntryWay> entries() {
        return List.copyOf(drafts.keySet());
    }

    /** Waits until every entry is ready for decision; those that are. */
    List<EntryWay> ready() {
        run.course().review(entries(), drafts, run.judging(), run.workers()).forEach(Workers::await);
        return run.course().standing(entries());
    }

    ActWay way(Act act, List<EntryWay> ready) {
        return new ActWay(officials, act, ready, run.api(), run.ledger(), run.workers());
    }

    /** Reviewed and brought through its stages; empty if none of its entries came as far. */
    Optional<ReleaseWay> adopted(Act act) {
        List<EntryWay> its = ready();
        if (its.isEmpty()) {
            return Optional.empty();
        }
        ActWay way = way(act, its);
        return run.course().together(its, way::toAdoption) ? Optional.of(way.release()) : Optional.empty();
    }
}
