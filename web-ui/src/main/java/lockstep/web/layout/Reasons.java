package lockstep.web.layout;

import java.util.Locale;

/** A service's reason in the reader's language; a word that no bundle knows shows the service's own sentence. */
public final class Reasons {

    private Reasons() {}

    public static String text(Locale language, String reason, String detail) {
        String word = reason == null ? "" : reason.toLowerCase(Locale.ROOT).replace('_', '-');
        return Messages.find(language, "reason." + word)
                .map(text -> withDetail(text, language, detail))
                .orElse(detail == null || detail.isBlank() ? Messages.text(language, "reason.other", word) : detail);
    }

    /** The service's own sentence is English; there it is more exact than the word, so both stand. */
    private static String withDetail(String text, Locale language, String detail) {
        boolean adds = detail != null && !detail.isBlank() && Locale.ENGLISH.equals(language);
        return adds && !text.equals(detail.replaceFirst("\\.$", "")) ? text + " (" + detail + ")" : text;
    }
}
