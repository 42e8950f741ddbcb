package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import lockstep.listing.decision.DecisionRefused.Missing;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.ConsultOnProposal;

/** Guard G14: nothing is decided before the consultation that the law asks for is recorded. */
@ApplicationScoped
class ConsultationDone {
    private final ConsultOnProposal consulting;
    private final Entries entries;

    ConsultationDone(ConsultOnProposal consulting, Entries entries) {
        this.consulting = consulting;
        this.entries = entries;
    }

    void check(Programme programme, Package its) {
        List<Missing> missing = missing(programme, its);
        if (!missing.isEmpty()) {
            throw new DecisionRefused(
                    Reason.CONSULTATION_MISSING, "A consultation that the law asks for isn't recorded.", missing);
        }
    }

    List<Missing> missing(Programme programme, Package its) {
        return consulting
                .missing(
                        programme,
                        entries.of(its.id()).stream().map(Entry::proposalId).toList())
                .stream()
                .map(one -> new Missing(one.pointer(), one.reason(), one.detail()))
                .toList();
    }
}
