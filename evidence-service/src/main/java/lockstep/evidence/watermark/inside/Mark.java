package lockstep.evidence.watermark.inside;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text that a copy carries unseen: in plain letters, so that it is found wherever a tool leaves it. */
public final class Mark {
    private static final Pattern MARK =
            Pattern.compile("LCK-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    /** How long every mark is. */
    static final int LENGTH = 40;

    private Mark() {}

    public static String of(UUID copy) {
        return "LCK-" + copy;
    }

    public static UUID copy(String mark) {
        return UUID.fromString(mark.substring(4));
    }

    static Set<String> in(CharSequence text) {
        Set<String> found = new TreeSet<>();
        for (Matcher its = MARK.matcher(text); its.find(); ) {
            found.add(its.group());
        }
        return found;
    }
}
