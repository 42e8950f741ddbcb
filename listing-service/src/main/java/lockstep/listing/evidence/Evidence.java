package lockstep.listing.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.kit.feed.Feed;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The one door to evidence-service; call it outside a transaction, it goes over the network. */
@ApplicationScoped
public class Evidence {
    /** As many items as one lookup takes. */
    private static final int MOST = 500;

    private final EvidenceForCaller forCaller;
    private final EvidenceForService forService;
    private final Feed feed;

    Evidence(@RestClient EvidenceForCaller forCaller, @RestClient EvidenceForService forService, Feed feed) {
        this.forCaller = forCaller;
        this.forService = forService;
        this.feed = feed;
    }

    /** Those of the exhibit versions that the caller may see; the others are simply not in the answer. */
    public Map<ExhibitRef, ExhibitFacts> lookup(Collection<ExhibitRef> asked) {
        List<ExhibitRef> all = new ArrayList<>(Set.copyOf(asked));
        Map<ExhibitRef, ExhibitFacts> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += MOST) {
            List<ExhibitRef> part = all.subList(from, Math.min(all.size(), from + MOST));
            forCaller.lookup(new EvidenceForCaller.Items(part)).items().forEach(facts -> found.put(facts.ref(), facts));
        }
        return found;
    }

    /** Which of these readers can't open which of these exhibits, with all that this service has recorded until now. */
    public List<Refusals.Refused> refused(List<Refusals.Asker> readers, Collection<ExhibitRef> items, Set<UUID> cases) {
        return refused(readers, items, cases, null);
    }

    /** The same, as if they took part already in a proposal of that programme, as they will once it is submitted. */
    public List<Refusals.Refused> refusedInReview(
            String programme, List<Refusals.Asker> readers, Collection<ExhibitRef> items, Set<UUID> cases) {
        return refused(readers, items, cases, programme);
    }

    private List<Refusals.Refused> refused(
            List<Refusals.Asker> readers, Collection<ExhibitRef> items, Set<UUID> cases, String reviewed) {
        if (items.isEmpty() || readers.isEmpty()) {
            return List.of();
        }
        long recorded = Acting.as(new SystemActor("feed", Set.of()), feed::needed);
        return forService
                .refused(new Refusals.Question(recorded, readers, List.copyOf(items), cases, reviewed))
                .refused();
    }

    /** Which of these versions a programme's printed text may not cite; all belong to those cases. */
    public List<ExhibitRef> unquotable(String programme, Collection<ExhibitRef> items, Set<UUID> cases) {
        return forService
                .unquotable(new Quotations.Question(programme, List.copyOf(items), cases))
                .refused();
    }
}
