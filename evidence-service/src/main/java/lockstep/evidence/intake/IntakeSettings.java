package lockstep.evidence.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** What may come in, and how long an upload waits to be gone on with. */
@ConfigMapping(prefix = "lockstep.intake")
public interface IntakeSettings {
    /** The largest single file, in bytes. */
    @WithDefault("50000000000")
    long fileLimit();

    /** What one agency may bring into one case, in bytes, by whatever way it comes. */
    @WithDefault("2000000000000")
    long caseLimit();

    /** How many uploads of one person may be under way. */
    @WithDefault("1000")
    int openUploads();

    /** How long after its last byte an unfinished upload is kept. */
    @WithDefault("P7D")
    Duration kept();

    /** A request that has stopped saying so is taken to be dead after this time. */
    @WithDefault("PT2M")
    Duration lease();

    /** After so many bytes what has come is made safe, so that no more than these are sent twice. */
    @WithDefault("33554432")
    long checkpointBytes();

    /** The same by time, for slow lines; well below the lease. */
    @WithDefault("PT20S")
    Duration checkpointEvery();

    /** How many bodies one replica takes in at a time; where nothing is said, as many as half of its heap bears. */
    OptionalInt atOnce();

    /** How long one waits for that. */
    @WithDefault("PT20S")
    Duration patience();

    /** How often uploads that were left whole or have expired are looked for. */
    String lookAfterEvery();
}
