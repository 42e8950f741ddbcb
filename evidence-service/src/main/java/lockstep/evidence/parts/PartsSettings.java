package lockstep.evidence.parts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a container may hold, and what opening one may cost. */
@ConfigMapping(prefix = "lockstep.parts")
public interface PartsSettings {
    /** How many parts. */
    @WithDefault("10000")
    int most();

    /** How many times as large as it is packed: a part, and all of them together; 10 MiB are always let through. */
    @WithDefault("200")
    int ratio();

    /** Of all parts together, in bytes. */
    @WithDefault("50000000000")
    long bytes();

    /** How many multiparts may stand within each other in a mail. */
    @WithDefault("20")
    int multiparts();

    /** How many containers may lie within each other; each is opened by a decision of its own. */
    @WithDefault("5")
    int nested();

    /** The memory of the process that reads a container, in MiB. */
    @WithDefault("128")
    int memory();

    /** How long one container may take. */
    @WithDefault("PT30M")
    Duration time();

    /** How many containers one replica opens at a time. */
    @WithDefault("3")
    int atOnce();

    /** After how long another replica takes over what was begun; it is renewed while parts come. */
    @WithDefault("PT2M")
    Duration lease();

    /** How often is looked for what is due. */
    String every();
}
