package lockstep.listing.subject;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What all written parts of a subject have in common; nothing here changes a printed form. */
final class Text {
    static final int LINE = 1_000;
    static final int PASSAGE = 4_000;
    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(ULocale.getISOCountries()));
    /** BCP 47 in the shapes that names need: language, script, region, variants, private use. */
    private static final Pattern LANGUAGE = Pattern.compile(
            "[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[0-9A-Za-z]{5,8})*(-x(-[0-9A-Za-z]{1,8})+)?");

    private Text() {}

    /** Blank is the same as absent, so that two ways of saying nothing hash alike. */
    static String orNull(String written) {
        return written == null || written.isBlank() ? null : written;
    }

    static <T> List<T> list(List<T> written) {
        return written == null ? List.of() : List.copyOf(written);
    }

    static boolean country(String code) {
        return COUNTRIES.contains(code);
    }

    static boolean language(String tag) {
        return LANGUAGE.matcher(tag).matches();
    }

    /** Characters that stand for nothing a source can print. */
    static boolean forbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\n';
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** True if invisible characters can make the text read as another; ZWNJ, ZWJ and soft hyphens are spelling. */
    static boolean hidesCharacters(String written) {
        return written.codePoints()
                .filter(codePoint -> Character.getType(codePoint) == Character.FORMAT)
                .anyMatch(codePoint -> codePoint != 0x200C && codePoint != 0x200D && codePoint != 0xAD);
    }

    /** Collects problems of one part under one pointer. */
    static final class Check {
        private final List<FieldProblem> found = new ArrayList<>();

        Check line(String pointer, String written) {
            return text(pointer, written, LINE);
        }

        /** A line that decides who is meant: nothing invisible may stand in it. */
        Check telling(String pointer, String written) {
            return line(pointer, written)
                    .when(
                            written != null && (hidesCharacters(written) || written.indexOf('\n') >= 0),
                            pointer,
                            FieldProblem.Reason.FORBIDDEN_CHARACTER);
        }

        Check passage(String pointer, String written) {
            return text(pointer, written, PASSAGE);
        }

        private Check text(String pointer, String written, int limit) {
            when(written != null && written.length() > limit, pointer, FieldProblem.Reason.TOO_LONG);
            return when(
                    written != null && written.codePoints().anyMatch(Text::forbidden),
                    pointer,
                    FieldProblem.Reason.FORBIDDEN_CHARACTER);
        }

        Check country(String pointer, String code) {
            return when(code != null && !Text.country(code), pointer, FieldProblem.Reason.UNKNOWN_COUNTRY);
        }

        Check date(String pointer, PartialDate date) {
            return when(
                    date != null && date.value() != null && !date.known(), pointer, FieldProblem.Reason.MALFORMED_DATE);
        }

        Check when(boolean wrong, String pointer, FieldProblem.Reason reason) {
            if (wrong) {
                found.add(new FieldProblem(pointer, reason));
            }
            return this;
        }

        /** One problem for each part whose text is so. */
        <T> Check each(
                String list,
                String field,
                List<T> parts,
                Function<T, String> text,
                Predicate<String> so,
                FieldProblem.Reason reason) {
            for (int i = 0; i < parts.size(); i++) {
                String written = text.apply(parts.get(i));
                when(written != null && so.test(written), list + "/" + i + field, reason);
            }
            return this;
        }

        Check all(String prefix, List<FieldProblem> problems) {
            problems.forEach(problem -> found.add(problem.under(prefix)));
            return this;
        }

        List<FieldProblem> found() {
            return List.copyOf(found);
        }
    }
}
