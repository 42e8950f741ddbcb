package lockstep.evidence.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where the scanner is, if there is one. */
@ConfigMapping(prefix = "lockstep.scan")
public interface ScanSettings {
    /** Host and port of a clamd; empty: nothing is scanned, and each exhibit says so. */
    Optional<String> clamd();

    /**
     * What it takes at most, in bytes: clamd's StreamMaxLength, whose own default this is. What is larger isn't sent: clamd
     * would break off in the middle, and a broken line tells nothing.
     */
    @WithDefault("104857600")
    long limit();

    /** How often is looked for what is due. */
    String every();

    /** After how long another replica takes over what was begun. */
    @WithDefault("PT30M")
    Duration lease();
}
