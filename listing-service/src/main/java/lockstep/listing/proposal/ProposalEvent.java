package lockstep.listing.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/** What the history keeps of one step of a proposal: where it then stood, on which text and exhibits, and why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposalEvent(
        UUID proposalId,
        String name,
        Status status,
        String stage,
        String contentHash,
        List<Citation> exhibits,
        String code,
        String text,
        Object detail) {

    static ProposalEvent of(Proposal its, List<Citation> exhibits, String code, String text, Object detail) {
        return new ProposalEvent(
                its.id(),
                its.headline().name(),
                its.status(),
                its.stage(),
                its.headline().contentHash(),
                exhibits,
                code,
                text,
                detail);
    }
}
