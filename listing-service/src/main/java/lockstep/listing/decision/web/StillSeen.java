package lockstep.listing.decision.web;

import java.util.function.Supplier;
import lockstep.listing.decision.DecisionRefused;

/** What an act answers with. */
final class StillSeen {
    private StillSeen() {}

    /**
     * The view after the act; null (204) where the act itself closed it: who is recused from an entry that had left before
     * sees a package no longer once its last one is out.
     */
    static <T> T after(Supplier<T> view) {
        try {
            return view.get();
        } catch (DecisionRefused refused) {
            return switch (refused.reason()) {
                case UNKNOWN_PACKAGE, UNKNOWN_ROUND -> null;
                default -> throw refused;
            };
        }
    }
}
