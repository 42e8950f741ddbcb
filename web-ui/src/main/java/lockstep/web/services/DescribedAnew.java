package lockstep.web.services;

import java.util.List;

/** What became of each exhibit that was to be described anew, in the order in which they were sent. */
public record DescribedAnew(List<Outcome> items) {
    /** {@code reason} is null where it is done, or was said already. */
    public record Outcome(String exhibitId, boolean changed, String reason, String detail) {}
}
