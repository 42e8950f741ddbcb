package lockstep.web.layout;

import io.quarkus.qute.TemplateExtension;
import lockstep.auth.Tlp;

/** Which tint a word of state has; the word itself always stands in it. */
@TemplateExtension
public final class Tones {

    private Tones() {}

    static String tone(String status) {
        return switch (status) {
            case "APPROVED",
                    "SCHEDULED",
                    "PUBLISHED",
                    "PASSED",
                    "ADOPTED",
                    "CONFIRMED",
                    "CLEAN",
                    "LISTED",
                    "ACTIVE",
                    "FULL",
                    "HELD",
                    "HERE",
                    "APPROVE",
                    "SILENT_CONSENT",
                    "DONE",
                    "GO",
                    "SETTLED",
                    "TAKEN_IN",
                    "VALID" -> "agreed";
            case "DECIDING",
                    "OPEN",
                    "IN_REVIEW",
                    "LEGAL_REVIEW",
                    "SUBMITTED",
                    "AWAITING_CONFIRMATION",
                    "PROPOSED",
                    "DECIDED_EMBARGOED",
                    "PARTIAL",
                    "ABSTAIN",
                    "RESERVE",
                    "AWAITED",
                    "INVITED",
                    "TAKES_PART",
                    "IN_DECISION",
                    "NO_GO",
                    "TACIT",
                    "AWAITING_CONTENT",
                    "ON_HOLD",
                    "REQUESTED",
                    "UNDER_CONSIDERATION" -> "waiting";
            case "STOPPED",
                    "FAILED",
                    "RETURNED",
                    "REJECTED",
                    "WITHDRAWN",
                    "INFECTED",
                    "MISSING",
                    "DISPOSED",
                    "FROZEN",
                    "PURGED",
                    "ANOTHER",
                    "DECLINED",
                    "DISSOLVED",
                    "OBJECT",
                    "REFUSED",
                    "DROPPED",
                    "DENIED",
                    "REVOKED",
                    "CANCELLED",
                    "DIVERGENT",
                    "DISCREPANCY",
                    "ESCALATED",
                    "HOLD",
                    "INVALID" -> "stopped";
            default -> "";
        };
    }

    static String tone(Tlp tlp) {
        return switch (tlp) {
            case RED -> "tlp-red";
            case AMBER, AMBER_STRICT -> "tlp-amber";
            case GREEN -> "tlp-green";
            case CLEAR -> "tlp-clear";
        };
    }
}
