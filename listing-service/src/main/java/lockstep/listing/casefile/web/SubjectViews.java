package lockstep.listing.casefile.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lockstep.kit.problem.Checks;
import lockstep.kit.problem.FieldError;
import lockstep.listing.casefile.CaseSubject;
import lockstep.listing.casefile.web.CaseBodies.IdentifierCheck;
import lockstep.listing.casefile.web.CaseBodies.SubjectView;
import lockstep.listing.subject.CheckResult;
import lockstep.listing.subject.FieldProblem;
import lockstep.listing.subject.SubjectText;

/** A subject as it is shown, with what the check rules say of it, and as it is refused when something is wrong. */
final class SubjectViews {
    private SubjectViews() {}

    static SubjectView of(CaseSubject its) {
        SubjectText text = its.text();
        List<IdentifierCheck> checks = IntStream.range(0, text.identifiers().size())
                .mapToObj(i ->
                        check("/identifiers/" + i, text.identifiers().get(i).check()))
                .toList();
        return new SubjectView(its.id(), its.caseId(), its.version(), text, checks, text.missingForSubmission());
    }

    private static IdentifierCheck check(String pointer, CheckResult result) {
        return switch (result) {
            case CheckResult.Valid valid -> new IdentifierCheck(pointer, "valid", null);
            case CheckResult.FormOnly form -> new IdentifierCheck(pointer, "form-only", null);
            case CheckResult.NoRule none -> new IdentifierCheck(pointer, "no-rule", null);
            case CheckResult.Invalid wrong ->
                new IdentifierCheck(pointer, "invalid", word(wrong.fault().name()));
        };
    }

    /** 422 with every fault of the text. */
    static void mustBeRight(SubjectText text) {
        new Checks()
                .present("", text)
                .all(
                        text == null
                                ? List.of()
                                : text.problems().stream()
                                        .map(SubjectViews::error)
                                        .toList())
                .pass();
    }

    private static FieldError error(FieldProblem problem) {
        String word = word(problem.reason().name());
        String sentence = word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).replace('-', ' ') + ".";
        return new FieldError(problem.pointer(), word, sentence);
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
