package lockstep.listing.decision;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Kind;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.Status;

/** Whether proposals fit into one package: READY, of its programme and stage, in no other one, kinds under one rule, each about a listing of its own. */
final class Fitting {
    private Fitting() {}

    static void check(Programme programme, String stage, Set<Kind> kinds, List<Proposal> entering) {
        for (Proposal its : entering) {
            DecisionRefused.when(
                    !its.programme().equals(programme.code()),
                    Reason.OTHER_PROGRAMME,
                    name(its) + " is of another programme.");
            DecisionRefused.when(its.status() != Status.READY, Reason.NOT_READY, name(its) + " isn't ready.");
            DecisionRefused.when(
                    its.packageId() != null, Reason.IN_ANOTHER_PACKAGE, name(its) + " is in a package already.");
            DecisionRefused.when(
                    !its.stage().equals(stage), Reason.OTHER_STAGE, name(its) + " stands at another stage.");
        }
        DecisionRefused.when(
                !programme.together(kinds),
                Reason.KINDS_DONT_GO_TOGETHER,
                "These kinds are decided by different rules: they can't share a package.");
    }

    /** {@code listings}: those that stand in the place of what the entries are about, one for each that is about any. */
    static void oneForEach(List<UUID> listings) {
        DecisionRefused.when(
                Set.copyOf(listings).size() < listings.size(),
                Reason.LISTING_TWICE,
                "Two of these are about the same listing: withdraw one, or decide on it in a package of its own.");
    }

    private static String name(Proposal its) {
        return "“" + its.headline().name() + "”";
    }
}
