package lockstep.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** What a fresh instance needs once its services run; each step is noted when it is done, and only then. */
final class FirstStart {
    private static final String EARLIER = "earlier";
    private static final String APPOINTMENTS = "appointments";
    private final Instance instance;
    private final Progress progress;
    private final Path notes;
    private final Set<String> done = new TreeSet<>();

    FirstStart(Instance instance) {
        this.instance = instance;
        this.progress = instance.options().progress();
        this.notes = instance.options().data().resolve("steps.json");
        if (Files.exists(notes)) {
            Json.parse(notes).forEach(step -> done.add(step.asText()));
        }
    }

    /** The file that says to web-ui that the sample is loaded. */
    static Path sampleMark(Path data) {
        return data.resolve("sample.loaded");
    }

    /** How far the services' clocks must stand back at first. */
    Duration back() {
        return wants(EARLIER) ? sample().map(Sample::earlier).orElse(Duration.ZERO) : Duration.ZERO;
    }

    /** {@code forward}: lets the services go on at their own time, where they began further back. */
    void run(Runnable forward) {
        if (wants(EARLIER)) {
            sample().ifPresent(sample -> {
                earlier(sample);
                forward.run();
            });
        }
        if (!done.contains(APPOINTMENTS)) {
            appointed(new Appointments(instance).make(programme -> true));
        }
        if (!instance.options().empty()) {
            if (!done.contains("sample")) {
                sample().ifPresent(sample -> {
                    progress.say("loading the sample: about 30 s");
                    sample.load(instance, progress);
                });
                noted("sample");
            }
            PrivateFiles.write(sampleMark(instance.options().data()), "");
        }
    }

    /** What lies back mostly waits for its release: meanwhile the other programmes get their seats and offices. */
    private void earlier(Sample sample) {
        Appointments appointments = new Appointments(instance);
        int first = appointments.make(sample::earlierIn);
        CompletableFuture<Integer> others =
                CompletableFuture.supplyAsync(() -> appointments.make(programme -> !sample.earlierIn(programme)));
        sample.loadEarlier(instance);
        int rest = others.join();
        noted(EARLIER);
        appointed(first + rest);
    }

    private void appointed(int made) {
        noted(APPOINTMENTS);
        progress.say(made + " appointments to seats and offices are proposed and confirmed");
    }

    private static Optional<Sample> sample() {
        return ServiceLoader.load(Sample.class).findFirst();
    }

    /** An instance without the sample, or with one from before this step was known, does without it. */
    private boolean wants(String step) {
        return !instance.options().empty() && !done.contains(step) && !done.contains(APPOINTMENTS);
    }

    private void noted(String step) {
        done.add(step);
        PrivateFiles.write(notes, Json.pretty(done));
    }
}
