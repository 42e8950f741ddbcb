package lockstep.web.services;

import java.util.List;

/** What of a decided text can be corrected formally; without fields where nothing is decided. */
public record CorrectableView(
        String proposalId,
        String packageId,
        String decidedHash,
        String textHash,
        List<Field> fields,
        List<AllowedAction> allowedActions) {

    /** One field as it reads now, and the kinds of correction that it takes. */
    public record Field(String field, String part, String text, List<String> kinds) {

        /** Where it stands in its part, counted from 1. */
        public int no() {
            return Integer.parseInt(field.replaceAll("\\D+", "")) + 1;
        }
    }
}
