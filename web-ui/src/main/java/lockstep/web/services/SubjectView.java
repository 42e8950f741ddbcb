package lockstep.web.services;

import java.util.List;

/** A subject of a case with what its identifiers' check rules say and what is still missing. */
public record SubjectView(
        String id, long version, String caseId, SubjectText text, List<Check> checks, List<Missing> missing) {

    /** What the rule of one identifier's type and country says. */
    public record Check(String pointer, String outcome, String detail) {}

    /** The outcome for the identifier at this index, or null if no rule is known. */
    public Check checkOf(int identifier) {
        return checks.stream()
                .filter(check -> check.pointer() != null)
                .filter(check -> check.pointer().matches("/identifiers/" + identifier + "(/.*)?"))
                .findFirst()
                .orElse(null);
    }
}
