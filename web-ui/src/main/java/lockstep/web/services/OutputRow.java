package lockstep.web.services;

import java.util.List;

/** What one entry of a package will print; {@code provisional}: number and date aren't given yet. */
public record OutputRow(
        String proposalId, int no, String kind, boolean provisional, List<ListingView.Output> outputs) {}
