package lockstep.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/** What a fresh instance needs once its services run; each step is noted when it is done, and only then. */
final class FirstStart {
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

    void run() {
        once("appointments", () -> {
            int made = new Appointments(instance).make();
            progress.say(made + " appointments to seats and offices are proposed and confirmed");
        });
        if (!instance.options().empty()) {
            once("sample", () -> {
                for (Sample sample : ServiceLoader.load(Sample.class)) {
                    progress.say("loading the sample: about 30 s");
                    sample.load(instance, progress);
                }
            });
            PrivateFiles.write(sampleMark(instance.options().data()), "");
        }
    }

    private void once(String step, Runnable work) {
        if (!done.contains(step)) {
            work.run();
            done.add(step);
            PrivateFiles.write(notes, Json.pretty(done));
        }
    }
}
