package lockstep.listing.proposal;

import java.util.stream.Stream;
import lockstep.listing.proposal.ProposalRefused.Reason;

/** A legal opinion (G6): standard of proof, criterion, proportionality and disclosability, each in words. */
public record Opinion(String standard, String criterion, String proportionality, String disclosability) {

    void mustBeComplete() {
        if (Stream.of(standard, criterion, proportionality, disclosability)
                .anyMatch(point -> point == null || point.isBlank())) {
            throw new ProposalRefused(Reason.OPINION_INCOMPLETE, Words.of(Reason.OPINION_INCOMPLETE));
        }
    }
}
