package lockstep.e2e.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import lockstep.e2e.replay.Ledger;

/** The partners' lists, and one target before four authorities of which two mean to publish at the same moment. */
final class PartnersSample {
    private static final int NETWORK = 14;
    private static final int DAYS_TO_RELEASE = 6;
    private static final String RELEASE = "network/release";
    private final Desk desk;

    PartnersSample(Desk desk) {
        this.desk = desk;
    }

    void load() {
        desk.sideBySide(this::network, this::entityList, this::blocking);
    }

    /**
     * Decided in Brussels and in Washington, to be released in step: Brussels has given its GO, Washington holds; London is
     * invited and hasn't answered.
     */
    private void network() {
        SampleProposal union = desk.proposal(NETWORK, 0).ready();
        union.advised("fcdo-reviewer", "We hold the same maintenance records and think of listing it too.");
        SampleProposal entityList = desk.proposal(NETWORK, 1).ready();
        desk.proposal(NETWORK, 2).sufficient();
        desk.proposal(NETWORK, 3).signed();
        Instant release = release();
        LocalDate day = LocalDate.ofInstant(release, ZoneOffset.UTC);
        SamplePackage act = desk.packOf(
                        "network",
                        "Aviation parts",
                        "Draft Council Decision and Regulation amending Annex IV, aviation",
                        union)
                .passed()
                .recorded(today(), UnionSample.COUNCIL, 2621)
                .confirmed();
        String group = act.founded("Aviation parts, in step", release, List.of("US-BIS-EL", "UK-RUS"));
        act.scheduled(release, day, "%d", 974, null);
        union.corrected(
                "Building",
                "Bldg",
                "The free zone’s register abbreviates the word, and so does the company’s licence.");
        desk.packOf("network", "Aviation parts", "Draft rule: additions to the Entity List, aviation", entityList)
                .passed()
                .joined(group)
                .scheduled(release, day, "%d", 2, "91 FR 99330")
                .held("The Register has not confirmed that it prints that day; I lift this when it has.");
    }

    /** Afternoon in Brussels, morning in Washington, on a working day; the same however often the sample is loaded. */
    private Instant release() {
        Ledger ledger = desk.steps().ledger();
        return Instant.parse(ledger.id(RELEASE)
                .orElseGet(() -> ledger.acknowledge(
                        RELEASE,
                        Workday.from(today().plusDays(DAYS_TO_RELEASE))
                                .atTime(LocalTime.of(14, 0))
                                .toInstant(ZoneOffset.UTC)
                                .toString())));
    }

    /** Listed by the urgent procedure; it ends after 56 days unless it is confirmed. */
    void urgent() {
        desk.bring(List.of(2), SampleProposal::ready);
        desk.pack("urgent", "Urgent designation", "Designation by the urgent procedure", List.of(2))
                .recorded(today(), "Minister at the Foreign, Commonwealth and Development Office", 417)
                .confirmed()
                .published(today(), "RUS%d", 2904, null);
    }

    private void entityList() {
        desk.bring(List.of(3, 24), SampleProposal::ready);
        desk.pack("published", "Test equipment", "Final rule: additions to the Entity List", List.of(3))
                .passed()
                .published(today(), "%d", 1, "91 FR 99312");
        SamplePackage open =
                desk.pack("open", "Addresses", "Draft rule: addresses of high diversion risk", List.of(24));
        open.approve(open.open("ERC", 7), "", List.of("state-voter"));
    }

    private void blocking() {
        desk.bring(List.of(25), SampleProposal::ready);
        desk.pack("open", "Components", "Designations under Executive Order 14024", List.of(25))
                .open("DIRECTOR", 5);
    }

    private LocalDate today() {
        return desk.steps().today();
    }
}
