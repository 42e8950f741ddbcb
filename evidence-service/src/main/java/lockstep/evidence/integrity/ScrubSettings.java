package lockstep.evidence.integrity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often stored content is verified, and how much of the disk that may take. */
@ConfigMapping(prefix = "lockstep.scrub")
public interface ScrubSettings {
    /** How often is looked for what is due. */
    String every();

    /** How many bytes each replica reads in a second at most. */
    @WithDefault("20000000")
    long rate();

    /** How long after it was found whole content is verified again. */
    @WithDefault("P30D")
    Duration again();

    /** The same for what was damaged: it may have been restored. */
    @WithDefault("P1D")
    Duration damagedAgain();

    /** When what could not be judged is tried again: a key is missing, or the store doesn't answer. */
    @WithDefault("PT1H")
    Duration unknownAgain();

    /** After how long another replica takes over what was begun; renewed while it is read. */
    @WithDefault("PT5M")
    Duration lease();
}
