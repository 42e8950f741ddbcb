package lockstep.evidence.watermark;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What making one marked copy, or reading a leaked one, may cost. */
@ConfigMapping(prefix = "lockstep.watermark")
public interface WatermarkSettings {
    /** The memory of the process, in MiB. */
    @WithDefault("256")
    int memory();

    /** How long one PDF may take. */
    @WithDefault("PT3M")
    Duration time();

    /** How many of them one replica works on at a time; whoever comes then waits. */
    @WithDefault("2")
    int atOnce();

    /** How long one waits for that. */
    @WithDefault("PT30S")
    Duration patience();
}
