package lockstep.evidence.viewing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What looking at content on pages may cost. */
@ConfigMapping(prefix = "lockstep.viewing")
public interface ViewingSettings {
    /** The memory of the process that makes a page, in MiB. */
    @WithDefault("256")
    int memory();

    /** How long one page may take. */
    @WithDefault("PT30S")
    Duration time();

    /** How many of them one replica makes at a time; whoever comes then waits. */
    @WithDefault("2")
    int atOnce();

    /** How long one waits for that. */
    @WithDefault("PT20S")
    Duration patience();

    /** The largest content that is shown on pages, in bytes. */
    @WithDefault("1073741824")
    long limit();

    /** How long pages are shown after they were asked for once; then they are opened, and journalled, anew. */
    @WithDefault("PT1H")
    Duration lasts();
}
