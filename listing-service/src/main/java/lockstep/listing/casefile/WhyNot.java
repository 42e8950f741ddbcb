package lockstep.listing.casefile;

import java.util.Locale;

/** Reasons why not, as guards give them: the first that applies, and how problems and views spell it. */
public final class WhyNot {
    private WhyNot() {}

    /** Null if none applies. */
    @SafeVarargs
    public static <R extends Enum<R>> R first(R... reasons) {
        for (R reason : reasons) {
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    /** In kebab case, e.g. {@code no-office}. */
    public static String word(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
