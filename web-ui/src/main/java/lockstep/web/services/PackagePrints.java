package lockstep.web.services;

import java.time.Instant;
import java.util.List;

/** The listings of a released package, each with the row that was released and where it stands with the print. */
public record PackagePrints(
        String packageId, String programme, Instant dueAt, List<Entry> entries, List<AllowedAction> allowedActions) {

    /** One listing. */
    public record Entry(
            String listingId,
            String number,
            String name,
            String nativeName,
            String nativeLanguage,
            String status,
            String state,
            String released,
            String reference,
            List<Confirmation.Run> difference,
            boolean accepting) {

        /** Whether a print can still be entered for it; the service has the last word. */
        public boolean isOpen() {
            return "AWAITED".equals(state) || "DISCREPANCY".equals(state);
        }
    }

    public boolean can(String action) {
        return allowedActions.stream().anyMatch(one -> one.action().equals(action) && one.allowed());
    }

    public long in(String state) {
        return entries.stream().filter(one -> one.state().equals(state)).count();
    }
}
