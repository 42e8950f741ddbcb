package lockstep.web.layout;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.web.services.Problem;

/** A service's reason in the reader's language; a word that no bundle knows shows the service's own sentence. */
public final class Reasons {
    /** Reasons that mean something only with what the service adds to them. */
    private static final Set<String> VAGUE =
            Set.of("not-in-this-status", "missing", "invalid-input", "malformed-body", "term-choice");

    /** Words that say nothing about whether two sentences say the same. */
    private static final Set<String> LITTLE = Set.of(
            "a", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "do", "does", "for", "from",
            "has", "have", "here", "how", "if", "in", "is", "it", "its", "may", "no", "not", "nothing", "of", "on",
            "once", "only", "or", "such", "than", "that", "the", "them", "then", "there", "these", "they", "this",
            "those", "to", "was", "what", "when", "which", "who", "whose", "with", "you", "your");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3,}(?:_[A-Z]+)*\\b");
    private static final Pattern NUMBER = Pattern.compile("[0-9]");
    private static final int STEM = 5;

    private Reasons() {}

    public static String text(Locale language, String reason, String detail) {
        String word = reason == null ? "" : reason.toLowerCase(Locale.ROOT).replace('_', '-');
        String sentence = detail == null ? "" : detail.strip();
        return Messages.find(language, "reason." + word)
                .map(text -> Locale.ENGLISH.equals(language) ? once(text, sentence, VAGUE.contains(word)) : text)
                .orElse(sentence.isEmpty() ? Messages.text(language, "reason.other", word) : sentence);
    }

    /** Of a whole request; whose act it would be is told by the roles' names. */
    static String of(Locale language, Problem problem) {
        if (problem.roles().isEmpty()) {
            return text(language, problem.reason(), problem.detail());
        }
        String roles = problem.roles().stream()
                .map(role -> Messages.text(language, "role." + role))
                .collect(Collectors.joining(", "));
        return text(language, problem.reason(), null) + ". " + Messages.text(language, "error.for-roles", roles);
    }

    /** Of one field; the service's sentence names the choices in English alone. */
    static String of(Locale language, Problem.FieldError error) {
        String text = text(language, error.reason(), error.detail());
        return error.choices().isEmpty() || Locale.ENGLISH.equals(language)
                ? text
                : Messages.named(language, text, String.join("\u202f; ", error.choices()));
    }

    /** The service's own sentence is English: where it says the same as the word, one of them stands, and both where it adds. */
    private static String once(String text, String sentence, boolean vague) {
        if (sentence.isEmpty()) {
            return text;
        }
        String said = named(sentence.replaceFirst("\\.$", ""));
        Set<String> of = stems(text);
        Set<String> its = stems(said);
        Set<String> both = new HashSet<>(of);
        both.retainAll(its);
        boolean same = both.size() * 2 >= Math.min(of.size(), its.size());
        boolean more = its.size() >= of.size() || NUMBER.matcher(said).find();
        if (vague || same && more) {
            return said;
        }
        return same ? text : text + " (" + said + ")";
    }

    /** With a status as the pages call it. */
    private static String named(String sentence) {
        return CODE.matcher(sentence).replaceAll(code -> Messages.find(Locale.ENGLISH, "status." + code.group())
                .map(its -> "“" + its + "”")
                .orElse(code.group()));
    }

    private static Set<String> stems(String sentence) {
        return Arrays.stream(
                        BETWEEN_WORDS.split(sentence.toLowerCase(Locale.ENGLISH).replaceAll("n[’']t\\b", " not")))
                .filter(word -> word.length() > 1 && !LITTLE.contains(word))
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .collect(Collectors.toSet());
    }
}
