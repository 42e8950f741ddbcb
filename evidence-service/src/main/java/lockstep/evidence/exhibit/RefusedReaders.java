package lockstep.evidence.exhibit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Marking;
import lockstep.auth.Verdict;
import lockstep.evidence.access.AskedReader;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.access.ManyReaders;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.db.ReadOnly;

/**
 * Answers in one go which readers may not open which versions, by the same policy that opens them. A version that is
 * not there, not held, or of none of the cases asked about is refused to everybody.
 */
@ApplicationScoped
public class RefusedReaders {
    /** Stands for a verdict where no version can be judged. */
    static final String UNKNOWN_EXHIBIT = "UNKNOWN_EXHIBIT";

    private final Exhibits exhibits;
    private final ManyReaders readers;

    public RefusedReaders(Exhibits exhibits, ManyReaders readers) {
        this.exhibits = exhibits;
        this.readers = readers;
    }

    /** What of a held version the policy asks for, taken out once for all readers. */
    private record Judged(UUID caseId, String originator, Marking marking) {}

    /** One reader who may not open one version, and the first condition that is not met. */
    public record Refused(String agency, String sub, UUID exhibitId, int version, String verdict) {}

    /**
     * Everything that is refused.
     *
     * @param cases the cases that the versions must belong to; empty: any
     * @param reviewed the programme under which a proposal that cites them is about to be submitted to them, or null
     */
    @ReadOnly
    public List<Refused> of(List<AskedReader> asked, List<VersionRef> items, Set<UUID> cases, String reviewed) {
        Map<VersionRef, Judged> held = held(items, cases);
        Set<UUID> concerned = held.values().stream().map(Judged::caseId).collect(Collectors.toSet());
        List<Refused> refused = new ArrayList<>();
        readers.of(asked, concerned, reviewed).forEach((reader, byCase) -> {
            for (VersionRef item : items) {
                String verdict = verdict(item, held.get(item), byCase);
                if (!verdict.equals(Verdict.VISIBLE.name())) {
                    refused.add(new Refused(reader.agency(), reader.sub(), item.exhibitId(), item.version(), verdict));
                }
            }
        });
        return refused;
    }

    private Map<VersionRef, Judged> held(List<VersionRef> items, Set<UUID> cases) {
        Map<VersionRef, Judged> held = new HashMap<>();
        for (ExhibitVersion version : exhibits.withRefs(items)) {
            boolean asked = cases.isEmpty() || cases.contains(version.caseId());
            if (asked && version.state() == VersionState.HELD) {
                held.put(version.ref(), new Judged(version.caseId(), version.originator(), version.marking()));
            }
        }
        return held;
    }

    private static String verdict(VersionRef ref, Judged version, Map<UUID, CaseAccess> byCase) {
        return version == null
                ? UNKNOWN_EXHIBIT
                : byCase.get(version.caseId())
                        .verdict(ref, version.originator(), version.marking())
                        .name();
    }
}
