package lockstep.evidence.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Marking;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.release.ReleaseView;
import lockstep.evidence.spill.SpillRow;

/**
 * One thing that waits for its reader.
 *
 * @param title of the exhibit; of a release or a spill, of its first one and how many more; null: its reader sees none of them
 * @param from the agency that asked; null where none did
 */
public record Waiting(
        String kind,
        UUID caseId,
        UUID releaseId,
        UUID exhibitId,
        String title,
        List<Marking> markings,
        String from,
        Instant since,
        String state) {

    static Waiting of(ReleaseView request) {
        List<ReleaseView.Item> seen =
                request.items().stream().filter(item -> item.title() != null).toList();
        String first = seen.isEmpty() ? null : seen.getFirst().title();
        int more = request.items().size() - 1;
        return new Waiting(
                "release-decide",
                request.caseId(),
                request.id(),
                null,
                first == null || more == 0 ? first : first + " +" + more,
                seen.stream().map(ReleaseView.Item::marking).toList(),
                request.askedBy().agency(),
                request.askedAt(),
                request.status().name());
    }

    /** People of the reader's agency opened what its originator has frozen; of which, only where the reader sees it. */
    static Waiting of(SpillRow.ToldSpill told) {
        List<SpillRow.SpilledTitle> seen = told.exhibits();
        String first = seen.isEmpty() ? null : seen.getFirst().title();
        return new Waiting(
                "spill-read",
                null,
                null,
                null,
                seen.size() > 1 ? first + " +" + (seen.size() - 1) : first,
                seen.stream().map(SpillRow.SpilledTitle::marking).toList(),
                null,
                told.frozenAt(),
                told.state().name());
    }

    static Waiting of(String kind, ExhibitVersion version, Instant since) {
        return new Waiting(
                kind,
                version.caseId(),
                null,
                version.exhibit().id(),
                version.title(),
                List.of(version.marking()),
                null,
                since,
                null);
    }
}
