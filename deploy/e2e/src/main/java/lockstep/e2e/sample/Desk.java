package lockstep.e2e.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lockstep.e2e.replay.Workers;

/** The dossiers at hand, and what has been made of them. */
final class Desk {
    private final Map<Integer, Dossier> dossiers = new HashMap<>();
    private final Map<Integer, SampleCase> cases = new ConcurrentHashMap<>();
    private final Steps steps;
    private final Workers workers;

    Desk(Steps steps, Workers workers, String... files) {
        this.steps = steps;
        this.workers = workers;
        for (String file : files) {
            dossiers.putAll(Dossier.in(file));
        }
    }

    /** Brings the first proposal of each of these rows as far as told, side by side. */
    void bring(List<Integer> rows, Consumer<SampleProposal> far) {
        workers.all(rows, row -> far.accept(proposal(row, 0)));
    }

    /** Parts that don't wait for each other; each waits most of the time. */
    void sideBySide(Runnable... parts) {
        List<Future<?>> running =
                Stream.of(parts).<Future<?>>map(workers::beside).toList();
        running.forEach(Workers::await);
    }

    /** The {@code n}th proposal about the company of that row, drafted if it was not. */
    SampleProposal proposal(int row, int n) {
        return cases.computeIfAbsent(row, its -> SampleCase.open(dossiers.get(its), steps))
                .drafted(n);
    }

    SamplePackage pack(String key, String title, String draftAct, List<Integer> rows) {
        return new SamplePackage(
                key, title, draftAct, rows.stream().map(row -> proposal(row, 0)).toList(), steps, workers);
    }

    SamplePackage packOf(String key, String title, String draftAct, SampleProposal entry) {
        return new SamplePackage(key, title, draftAct, List.of(entry), steps, workers);
    }

    Steps steps() {
        return steps;
    }
}
