package lockstep.kit.feed;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What a service does on its peer's events; runs in the transaction that moves the cursor past the event. */
public interface FeedHandler {
    /** Event types it wants. */
    Set<String> types();

    /** Ids of the cases and scopes that it must see while it applies the event. */
    default Set<UUID> claims(FeedEvent event) {
        Set<UUID> claims = new HashSet<>();
        claims.add(event.caseId());
        claims.add(event.scopeId());
        claims.remove(null);
        return claims;
    }

    /** An exception stops the feed before this event: it is tried again, in order, at the next pull. */
    void apply(FeedEvent event);
}
