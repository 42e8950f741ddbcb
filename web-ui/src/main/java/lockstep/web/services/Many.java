package lockstep.web.services;

import java.util.List;

/** What one act on many proposals came to, proposal by proposal. */
public record Many(List<Result> items) {
    /** {@code reason} is null where it is done. */
    public record Result(String proposalId, boolean done, String reason, String detail) {}
}
