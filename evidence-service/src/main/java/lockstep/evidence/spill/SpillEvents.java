package lockstep.evidence.spill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.kit.journal.JournalEntry;
import lockstep.kit.journal.Protection;

/**
 * Spills as the journal keeps them. That an exhibit is frozen, purged or let go is told to all who take part, and to the peer;
 * why, and what is proposed, to its originator alone: it may say what was in it.
 */
final class SpillEvents {
    private SpillEvents() {}

    /** What happened to an exhibit with all its versions. */
    record Happened(UUID exhibitId, List<Integer> versions, UUID spillId) {}

    /** That a spill was found or what is proposed about it; {@code marking} null: nothing is to be corrected. */
    record Said(UUID exhibitId, int version, UUID spillId, String reason, Marking marking) {}

    /** A version's marking was corrected. */
    record Corrected(UUID exhibitId, int version, Marking before, Marking after) {}

    /** One row for each exhibit, under the marking of its last version. */
    static List<JournalEntry> happened(String type, UUID spill, String originator, List<SpilledVersion> versions) {
        Map<UUID, List<SpilledVersion>> byExhibit = versions.stream()
                .collect(Collectors.groupingBy(
                        SpilledVersion::exhibitId, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
        return byExhibit.values().stream()
                .map(its -> {
                    SpilledVersion last = its.getLast();
                    List<Integer> numbers = its.stream().map(SpilledVersion::n).toList();
                    Happened payload = new Happened(last.exhibitId(), numbers, spill);
                    return entry(type, last, payload, ofTheCase(last, originator));
                })
                .toList();
    }

    /** {@code said} null: nothing was. */
    static JournalEntry said(String type, Frozen frozen, String originator, SpilledVersion about, Settlement said) {
        Said payload = new Said(
                about.exhibitId(),
                about.n(),
                frozen.spillId(),
                said == null ? null : said.reason(),
                said == null ? null : said.marking());
        return entry(type, about, payload, originatorsOwn(about, originator));
    }

    static JournalEntry found(UUID spill, String originator, SpilledVersion about, String reason) {
        Said payload = new Said(about.exhibitId(), about.n(), spill, reason, null);
        return entry("exhibit.spill-found", about, payload, originatorsOwn(about, originator));
    }

    /** Under the corrected marking: whoever could read it before may be one who should not have. */
    static JournalEntry corrected(SpilledVersion after, Marking before, String originator) {
        Corrected payload = new Corrected(after.exhibitId(), after.n(), before, after.marking());
        return entry("exhibit.remarked", after, payload, originatorsOwn(after, originator));
    }

    private static Protection ofTheCase(SpilledVersion about, String originator) {
        return new Protection(about.caseId(), null, originator, about.marking(), Audience.CASE, null);
    }

    private static Protection originatorsOwn(SpilledVersion about, String originator) {
        return new Protection(about.caseId(), null, originator, about.marking(), Audience.AGENCY, originator);
    }

    private static JournalEntry entry(String type, SpilledVersion about, Object payload, Protection protection) {
        return new JournalEntry(type, 1, "exhibit", about.exhibitId(), about.n(), null, null, protection, payload);
    }
}
