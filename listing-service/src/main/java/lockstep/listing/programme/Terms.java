package lockstep.listing.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.listing.subject.FieldProblem;

/** Checks the terms of a decided text against the typed fields of its programme. */
public final class Terms {
    private Terms() {}

    /** What is wrong with the values that are there; pointers are below {@code /terms}. */
    public static List<FieldProblem> problems(Programme programme, Map<String, String> values) {
        List<FieldProblem> found = new ArrayList<>();
        values.forEach((code, value) -> {
            Optional<TermField> field = programme.terms().stream()
                    .filter(term -> term.code().equals(code))
                    .findFirst();
            field.map(term -> term.problem(value))
                    .orElse(Optional.of(FieldProblem.Reason.UNKNOWN_TERM))
                    .ifPresent(reason -> found.add(new FieldProblem(pointer(code), reason)));
        });
        if (found.isEmpty()) {
            programme.terms().stream()
                    .filter(term -> endsTooEarly(term, values))
                    .forEach(term -> found.add(
                            new FieldProblem(pointer(term.code()), FieldProblem.Reason.ENDS_BEFORE_IT_BEGINS)));
        }
        return List.copyOf(found);
    }

    private static boolean endsTooEarly(TermField term, Map<String, String> values) {
        String end = values.get(term.code());
        String begin = term.notBefore() == null ? null : values.get(term.notBefore());
        return end != null && begin != null && LocalDate.parse(end).isBefore(LocalDate.parse(begin));
    }

    /** What would be right where a value is wrong. */
    public static String allowed(Programme programme, FieldProblem wrong) {
        return programme.terms().stream()
                .filter(term -> pointer(term.code()).equals(wrong.pointer()))
                .map(term -> term.allowed(wrong.reason()))
                .findFirst()
                .orElseGet(() -> "It has: "
                        + programme.terms().stream().map(TermField::code).collect(Collectors.joining("; ")) + ".");
    }

    /** Those of which a term with a wrong value takes one; empty where it takes anything. */
    public static List<String> choices(Programme programme, FieldProblem wrong) {
        return programme.terms().stream()
                .filter(term -> pointer(term.code()).equals(wrong.pointer()))
                .flatMap(term -> term.possible().stream())
                .toList();
    }

    /** Required terms without a value. */
    public static List<FieldProblem> missing(Programme programme, Map<String, String> values) {
        return programme.terms().stream()
                .filter(term -> term.required() && !values.containsKey(term.code()))
                .map(term -> new FieldProblem(pointer(term.code()), FieldProblem.Reason.MISSING))
                .toList();
    }

    private static String pointer(String code) {
        return "/terms/" + code.replace("~", "~0").replace("/", "~1");
    }
}
