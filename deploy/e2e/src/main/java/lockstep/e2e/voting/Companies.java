package lockstep.e2e.voting;

import java.time.LocalDate;
import java.util.List;
import lockstep.e2e.source.SourceRow;

/** Invented companies without end, each as an annex would print it. */
public final class Companies {
    private static final List<String> FIRST =
            List.of("Amber", "Birch", "Cobalt", "Dune", "Ember", "Fjord", "Granite", "Harbour", "Indigo", "Juniper");
    private static final List<String> SECOND = List.of(
            "Lathe", "Meridian", "Nimbus", "Orchard", "Piston", "Quarry", "Ridge", "Sextant", "Tundra", "Umbra");

    private Companies() {}

    /** The n-th, from 0. */
    public static SourceRow row(int n) {
        String name = FIRST.get(n % 10) + " " + SECOND.get(n / 10 % 10) + " No " + (n + 1) + " Trading";
        return new SourceRow(
                (n + 1) + "",
                LocalDate.of(2026, 11, 20),
                "20.11.2026",
                name,
                List.of(),
                List.of(),
                List.of("Example Street " + (n + 1) + ", Singapore"),
                List.of(),
                List.of(),
                List.of(),
                name);
    }
}
