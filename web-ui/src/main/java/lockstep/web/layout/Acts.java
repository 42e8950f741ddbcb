package lockstep.web.layout;

import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import lockstep.web.services.AllowedAction;

/** "What you can do": the acts that a service allows as links, and why the others are absent; nothing is decided here. */
public record Acts(List<Act> allowed, List<Absent> absent) {

    /** An act that can be done. */
    public record Act(String action, String href, String label, boolean grave) {

        /** True if it carries the matter on, so that the first such act is the page's button. */
        public boolean isMain() {
            return rank(this) == 0;
        }
    }

    /** Acts that can't be done, for one reason. */
    public record Absent(String what, String why) {}

    private static final List<String> GRAVE = List.of(
            "withdraw",
            "return",
            "cancel",
            "close-failed",
            "hold",
            "hold-release",
            "unschedule",
            "refuse",
            "refuse-acceptance",
            "refuse-record",
            "end",
            "recuse",
            "leave",
            "object",
            "demand-round",
            "deny",
            "revoke",
            "propose-disposal",
            "confirm-disposal",
            "freeze",
            "propose-purge",
            "take-handler-away");
    private static final List<String> BESIDE = List.of(
            "describe",
            "note",
            "impact-note",
            "found-embargo-group",
            "bring-redacted-copy",
            "report-incident",
            "edit-entries",
            "change-source");

    /**
     * The acts of one view.
     *
     * @param family of message keys: {@code act.<family>.<action>}
     * @param page where each act is done, by its action; null leaves it out
     */
    public static Acts of(List<AllowedAction> actions, String family, Function<String, String> page) {
        Locale language = Ui.current().language();
        List<Act> allowed = new ArrayList<>();
        Map<String, List<String>> absent = new LinkedHashMap<>();
        for (AllowedAction one : actions) {
            String label = Messages.find(language, "act." + family + "." + one.action())
                    .orElse(one.action());
            String href = page.apply(one.action());
            if (one.allowed() && href != null) {
                allowed.add(new Act(one.action(), href, label, GRAVE.contains(one.action())));
            } else if (!one.allowed()) {
                absent.computeIfAbsent(Reasons.text(language, one.reason(), one.detail()), any -> new ArrayList<>())
                        .add(label);
            }
        }
        allowed.sort(Comparator.comparing(Acts::rank));
        return new Acts(
                allowed,
                absent.entrySet().stream()
                        .map(one -> new Absent(String.join("; ", one.getValue()), one.getKey()))
                        .toList());
    }

    /** For a row that shows the allowed ones itself. */
    @TemplateExtension
    static List<Absent> absentOf(List<AllowedAction> actions, String family) {
        return of(actions, family, action -> null).absent();
    }

    /** The act that carries the matter on comes first, what goes along with it later, and what ends it last. */
    private static int rank(Act act) {
        return act.grave() ? 2 : BESIDE.contains(act.action()) ? 1 : 0;
    }

    public boolean isEmpty() {
        return allowed.isEmpty() && absent.isEmpty();
    }
}
