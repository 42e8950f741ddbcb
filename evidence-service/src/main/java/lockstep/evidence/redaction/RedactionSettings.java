package lockstep.evidence.redaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What looking through one redacted copy may cost. */
@ConfigMapping(prefix = "lockstep.redaction")
public interface RedactionSettings {
    /** The memory of the process, in MiB. */
    @WithDefault("256")
    int memory();

    /** How long one copy may take. */
    @WithDefault("PT2M")
    Duration time();

    /** How many of them one replica looks through at a time; whoever comes then waits. */
    @WithDefault("1")
    int atOnce();

    /** How long one waits for that. */
    @WithDefault("PT30S")
    Duration patience();
}
