package lockstep.web.layout;

import java.util.List;
import java.util.Locale;
import lockstep.web.services.AllowedAction;

/** A form whose act its reader can't do now: the page tells why instead of asking for what would be refused. */
public final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String NOT_PERMITTED = "not-permitted";

    private final String title;
    private final String why;
    private final String back;

    private Closed(String title, String why, String back) {
        super(why);
        this.title = title;
        this.why = why;
        this.back = back;
    }

    /**
     * Lets a form be shown that the service offers.
     *
     * @param family of message keys: {@code act.<family>.<action>} is what the act is called
     * @param back the page that leads on
     */
    public static void unless(List<AllowedAction> offered, String family, String action, String back) {
        AllowedAction its = offered.stream()
                .filter(one -> one.action().equals(action))
                .findFirst()
                .orElse(new AllowedAction(action, false, NOT_PERMITTED, null));
        if (!its.allowed()) {
            Locale language = Ui.current().language();
            throw new Closed(
                    Messages.text(language, "act." + family + "." + action),
                    Reasons.text(language, its.reason(), its.detail()),
                    back);
        }
    }

    /** Lets a form be shown to whoever has a role; {@code key} is the message that names it. */
    public static void unless(boolean hasRole, String key, String back) {
        if (!hasRole) {
            Locale language = Ui.current().language();
            throw new Closed(Messages.text(language, key), Reasons.text(language, NOT_PERMITTED, null), back);
        }
    }

    /** There is nothing that the act could be done with: {@code act-none.<family>.<action>} tells what is lacking. */
    static Closed nothingToChoose(ActForm act, String back) {
        Locale language = Ui.current().language();
        return new Closed(act.label(), Messages.text(language, "act-none." + act.family() + "." + act.action()), back);
    }

    String title() {
        return title;
    }

    String why() {
        return why;
    }

    String back() {
        return back;
    }
}
