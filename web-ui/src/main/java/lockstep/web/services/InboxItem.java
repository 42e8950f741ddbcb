package lockstep.web.services;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import lockstep.auth.Marking;

/** One thing that waits for this person or this agency; {@code markings} of the exhibits that its title tells of. */
public record InboxItem(
        Instant due,
        String kind,
        String programme,
        String title,
        String nativeName,
        String nativeLanguage,
        String caseId,
        String proposalId,
        String packageId,
        String roundId,
        String embargoId,
        String state,
        String from,
        String releaseId,
        String exhibitId,
        List<Marking> markings) {

    private static final Set<String> PRINTS = Set.of("confirm-print", "settle-print", "confirm-acceptance");

    /** The page on which it is done. */
    public String page() {
        if (releaseId != null) {
            return "/releases/" + releaseId;
        }
        if ("spill-read".equals(kind)) {
            return "/spills";
        }
        if (exhibitId != null) {
            return "/exhibits/" + exhibitId + (kind.startsWith("spill-") ? "/spill" : "");
        }
        if (roundId != null && "vote".equals(kind)) {
            return "/rounds/" + roundId;
        }
        if (packageId != null && PRINTS.contains(kind)) {
            return "/packages/" + packageId + "/prints";
        }
        if (embargoId != null) {
            return "/embargo-groups/" + embargoId;
        }
        if (kind.startsWith("correction-")) {
            return "/proposals/" + proposalId + "/corrections";
        }
        if ("renew-in-time".equals(kind)) {
            return "/renewals/" + programme;
        }
        if ("assess-observations".equals(kind)) {
            return "/proposals/" + proposalId + "/observations";
        }
        if (kind.startsWith("language-")) {
            return "/proposals/" + proposalId + "/languages";
        }
        if (packageId != null && (proposalId == null || !"accept endorse legal submit finish-draft".contains(kind))) {
            return "/packages/" + packageId;
        }
        if (proposalId != null) {
            return "finish-draft".equals(kind) ? "/proposals/" + proposalId + "/edit" : "/proposals/" + proposalId;
        }
        return "package".equals(kind) ? "/packages/new?programme=" + programme : "/cases/" + caseId;
    }
}
