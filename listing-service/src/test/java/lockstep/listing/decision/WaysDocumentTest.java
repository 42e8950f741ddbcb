package lockstep.listing.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.listing.correction.CorrectionStatus;
import lockstep.listing.correction.CorrectionWay;
import lockstep.listing.proposal.Status;
import lockstep.listing.proposal.Way;
import org.junit.jupiter.api.Test;

/** The tables of docs/ways.md are written from the tables that the verbs go by. */
class WaysDocumentTest {

    @Test
    void the_committed_tables_are_those_of_the_code() throws IOException {
        String drawn = """
                # The ways of a proposal, a package, a round and a correction

                Written from `Way`, `PackageWay`, `RoundWay` and `CorrectionWay` in listing-service by `WaysDocumentTest`. Guards come
                on top: who may use a verb, and what must be there, stands in `Guards` and beside each command.

                """ + table("A proposal's way", Way.values(), Way::possibleFrom, Way::to, Status.values())
                + table(
                        "A package's way",
                        PackageWay.values(),
                        PackageWay::possibleFrom,
                        PackageWay::to,
                        PackageStatus.values())
                + table("A round's way", RoundWay.values(), RoundWay::possibleFrom, RoundWay::to, RoundStatus.values())
                + table(
                        "A formal correction's way",
                        CorrectionWay.values(),
                        CorrectionWay::possibleFrom,
                        CorrectionWay::to,
                        CorrectionStatus.values());
        Files.writeString(Path.of("target/ways.md"), drawn);
        assertEquals(Files.readString(Path.of("../docs/ways.md")), drawn, "if it is meant so, commit target/ways.md");
    }

    private static <W extends Enum<W>, S extends Enum<S>> String table(
            String title, W[] ways, BiPredicate<W, S> possible, Function<W, Set<S>> to, S[] statuses) {
        return "## " + title + "\n\n| verb | from | to |\n|---|---|---|\n"
                + Arrays.stream(ways)
                        .map(way -> "| " + verb(way) + " | "
                                + names(Arrays.stream(statuses).filter(status -> possible.test(way, status))) + " | "
                                + names(to.apply(way).stream()) + " |\n")
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String names(Stream<? extends Enum<?>> statuses) {
        return statuses.map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String verb(Enum<?> way) {
        return way.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
