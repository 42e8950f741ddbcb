package lockstep.listing.notice;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of a mail in its reader's language: that something waits and until when, and nothing of what it is about. */
record MailText(String subject, String body) {
    /** The first is the one of whoever has said nothing else. */
    static final List<String> LANGUAGES = List.of("en", "fr");

    /** The best of those that a mail can have. */
    static String language(String acceptable) {
        try {
            Locale best = Locale.lookup(
                    Locale.LanguageRange.parse(acceptable),
                    LANGUAGES.stream().map(Locale::of).toList());
            return best == null ? LANGUAGES.getFirst() : best.getLanguage();
        } catch (IllegalArgumentException malformed) {
            return LANGUAGES.getFirst();
        }
    }

    /**
     * @param zone in which the reader lives
     * @param passed true if the deadline is over
     * @param silence true if silence counts as consent
     * @param pages address of the pages
     */
    static MailText of(Instant due, ZoneId zone, boolean passed, boolean silence, String pages, String language) {
        Locale locale = Locale.of(LANGUAGES.contains(language) ? language : LANGUAGES.getFirst());
        ResourceBundle words = ResourceBundle.getBundle(
                "mail", locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        DateTimeFormatter own = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm zzzz", locale);
        DateTimeFormatter utc = DateTimeFormatter.ofPattern("HH:mm 'UTC'", locale);
        String when = own.format(due.atZone(zone)) + " (" + utc.format(due.atZone(ZoneOffset.UTC)) + ")";
        String consent = silence && !passed ? words.getString("silence") + "\n" : "";
        return new MailText(
                words.getString(passed ? "subject.passed" : "subject"),
                words.getString("marking") + "\n\n"
                        + words.getString("waits") + "\n"
                        + MessageFormat.format(words.getString(passed ? "was-due" : "due"), when) + "\n"
                        + consent
                        + "\n" + MessageFormat.format(words.getString("open"), pages + "/") + "\n\n"
                        + words.getString("why") + "\n\n"
                        + words.getString("marking") + "\n");
    }
}
