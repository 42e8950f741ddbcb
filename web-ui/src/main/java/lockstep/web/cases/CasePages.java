package lockstep.web.cases;

/** Where each act on a case is done. */
final class CasePages {

    private CasePages() {}

    static String of(String caseId, String action) {
        String base = "/cases/" + caseId;
        return switch (action) {
            case "add-subject" -> base + "/subjects/new";
            case "propose" -> base + "/propose";
            case "describe" -> base + "/edit";
            case "invite", "leave", "recuse" -> base + "/act/" + action;
            default -> null;
        };
    }
}
