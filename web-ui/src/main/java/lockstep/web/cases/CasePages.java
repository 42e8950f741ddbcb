package lockstep.web.cases;

/** Where each act on a case is done. */
final class CasePages {

    private CasePages() {}

    static String of(String caseId, String action) {
        String base = "/cases/" + caseId;
        return switch (action) {
            case "add-subject", "describe-subject", "subject" -> base + "/subjects/new";
            case "propose", "add-proposal", "create-proposal" -> base + "/propose";
            case "add-exhibit", "upload", "upload-exhibit" -> base + "/exhibits/new";
            case "invite", "recuse", "leave", "describe", "amend" -> base + "/act/" + action;
            default -> null;
        };
    }
}
