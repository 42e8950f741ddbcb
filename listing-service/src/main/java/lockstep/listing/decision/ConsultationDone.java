package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import lockstep.listing.decision.DecisionRefused.Missing;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.ConsultOnProposal;
import lockstep.listing.proposal.Proposal;

/** Guard G14: nothing is decided before the consultation that the law asks for is recorded. */
@ApplicationScoped
class ConsultationDone {
    private final ConsultOnProposal consulting;
    private final Programmes programmes;

    ConsultationDone(ConsultOnProposal consulting, Programmes programmes) {
        this.consulting = consulting;
        this.programmes = programmes;
    }

    /** For views: whether a round of this package would be refused for it. */
    boolean lackingIn(Package its) {
        Programme programme = programmes.require(its.programme());
        return programme.consultation() != null && consulting.lackingIn(its.id(), programme);
    }

    void check(Programme programme, Collection<Proposal> proposals) {
        List<Missing> missing = consulting.missing(programme, proposals).stream()
                .map(its -> new Missing(its.pointer(), its.reason(), its.detail()))
                .toList();
        if (!missing.isEmpty()) {
            throw new DecisionRefused(
                    Reason.CONSULTATION_MISSING, "A consultation that the law asks for isn't recorded.", missing);
        }
    }
}
