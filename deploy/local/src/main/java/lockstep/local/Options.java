package lockstep.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What to start and where.
 *
 * @param data directory that holds everything of the instance
 * @param parts what to start; the rest must not be asked for
 * @param empty leave out the sample
 * @param clockOffset ISO duration by which the services' clock is ahead
 */
public record Options(
        Checkout checkout,
        Path data,
        Ports ports,
        Set<Part> parts,
        boolean empty,
        String clockOffset,
        Pace pace,
        Progress progress) {

    public Options {
        parts = Set.copyOf(parts);
        data = data.toAbsolutePath().normalize();
    }

    /** All parts and the sample, on free ports, for a short run. */
    public static Options in(Path data) {
        return new Options(
                Checkout.find(),
                data,
                Ports.free(),
                EnumSet.allOf(Part.class),
                false,
                "PT0S",
                Pace.BRIEF,
                new Progress(System.err));
    }

    public Options only(Part first, Part... others) {
        return new Options(checkout, data, ports, EnumSet.of(first, others), empty, clockOffset, pace, progress);
    }

    public Options withoutSample() {
        return new Options(checkout, data, ports, parts, true, clockOffset, pace, progress);
    }

    public Options lasting() {
        return new Options(checkout, data, ports, parts, empty, clockOffset, Pace.LASTS, progress);
    }

    public Options at(Ports other) {
        return new Options(checkout, data, other, parts, empty, clockOffset, pace, progress);
    }

    public Options shifted(String offset) {
        return new Options(checkout, data, ports, parts, empty, offset, pace, progress);
    }

    /** For a few seconds, with the services' clock further back by that. */
    Options back(Duration by) {
        String offset = Duration.parse(clockOffset).minus(by).toString();
        return new Options(checkout, data, ports, parts, empty, offset, Pace.BRIEF, progress);
    }

    public Options telling(Progress other) {
        return new Options(checkout, data, ports, parts, empty, clockOffset, pace, other);
    }
}
