package lockstep.web.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import lockstep.web.services.AllowedAction;

/** "What you can do": the acts that a service allows as links, and why the others are absent; nothing is decided here. */
public record Acts(List<Act> allowed, List<Act> absent) {

    /** One act. {@code why} is empty for an allowed one. */
    public record Act(String action, String href, String label, String why, boolean grave) {}

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
            "demand-round");

    /**
     * The acts of one view.
     *
     * @param family of message keys: {@code act.<family>.<action>}
     * @param page where each act is done, by its action; null leaves it out
     */
    public static Acts of(List<AllowedAction> actions, String family, Function<String, String> page) {
        Locale language = Ui.current().language();
        List<Act> allowed = new ArrayList<>();
        List<Act> absent = new ArrayList<>();
        for (AllowedAction one : actions) {
            String label = Messages.find(language, "act." + family + "." + one.action())
                    .orElse(one.action());
            String href = page.apply(one.action());
            if (one.allowed() && href != null) {
                allowed.add(new Act(one.action(), href, label, "", GRAVE.contains(one.action())));
            } else if (!one.allowed()) {
                absent.add(new Act(one.action(), "", label, Reasons.text(language, one.reason(), one.detail()), false));
            }
        }
        allowed.sort(Comparator.comparing(Acts::rank));
        return new Acts(allowed, absent);
    }

    /** The act that carries the matter on comes first, touching up what is there later, and what ends it last. */
    private static int rank(Act act) {
        return act.grave() ? 2 : "describe".equals(act.action()) ? 1 : 0;
    }

    public boolean isEmpty() {
        return allowed.isEmpty() && absent.isEmpty();
    }
}
