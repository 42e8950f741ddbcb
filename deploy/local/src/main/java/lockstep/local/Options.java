package lockstep.local;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * What to start and where.
 *
 * @param data directory that holds everything of the instance
 * @param parts what to start; the rest must not be asked for
 * @param empty leave out the sample
 * @param clockOffset ISO duration by which the services' clock is ahead
 * @param learns whether the services write down how they start, which makes this start slower and later ones quick
 */
public record Options(
        Checkout checkout,
        Path data,
        Ports ports,
        Set<Part> parts,
        boolean empty,
        String clockOffset,
        boolean learns,
        Progress progress) {

    public Options {
        parts = Set.copyOf(parts);
        data = data.toAbsolutePath().normalize();
    }

    /** All parts and the sample, on free ports. */
    public static Options in(Path data) {
        return new Options(
                Checkout.find(),
                data,
                Ports.free(),
                EnumSet.allOf(Part.class),
                false,
                "PT0S",
                false,
                new Progress(System.err));
    }

    public Options only(Part first, Part... others) {
        return new Options(checkout, data, ports, EnumSet.of(first, others), empty, clockOffset, learns, progress);
    }

    public Options withoutSample() {
        return new Options(checkout, data, ports, parts, true, clockOffset, learns, progress);
    }

    public Options at(Ports other) {
        return new Options(checkout, data, other, parts, empty, clockOffset, learns, progress);
    }

    public Options shifted(String offset) {
        return new Options(checkout, data, ports, parts, empty, offset, learns, progress);
    }

    public Options telling(Progress other) {
        return new Options(checkout, data, ports, parts, empty, clockOffset, learns, other);
    }
}
