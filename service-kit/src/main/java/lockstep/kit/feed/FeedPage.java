package lockstep.kit.feed;

import java.util.List;

/**
 * A stretch of the feed.
 *
 * @param last position up to which nothing wanted is missing: go on after it, also when no event came
 */
public record FeedPage(List<FeedEvent> events, long last) {
    public FeedPage {
        events = List.copyOf(events);
    }
}
