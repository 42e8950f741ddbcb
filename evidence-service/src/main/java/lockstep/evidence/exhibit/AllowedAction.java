package lockstep.evidence.exhibit;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An action that somebody could think of here, and whether this reader may do it; the reason is for translation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllowedAction(String action, boolean allowed, String reason, String detail) {

    /** Asks the guard itself, so that a button can't drift from the rule. */
    public static AllowedAction of(String action, Runnable guard) {
        try {
            guard.run();
            return new AllowedAction(action, true, null, null);
        } catch (ExhibitRefused refused) {
            return new AllowedAction(action, false, refused.reason().kebab(), refused.getMessage());
        }
    }
}
