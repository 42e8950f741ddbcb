package lockstep.evidence.transfer;

import java.util.List;
import java.util.Optional;
import lockstep.kit.problem.FieldError;
import lockstep.kit.problem.ProblemException;

/**
 * On which legal basis personal data goes to another legal order, as it stood when it was decided.
 *
 * @param legalBasis its code in {@code transfers.yaml}
 * @param text the act and its article
 * @param necessity why the share is needed, in the words of whoever decided
 * @param countries ISO 3166-1 alpha-2, across to which it goes
 */
public record Transfer(String legalBasis, String text, String necessity, List<String> countries) {
    private static final String AT = "/legalBasis";

    public Transfer {
        countries = List.copyOf(countries);
    }

    /** What has to be chosen: to which countries personal data would go, and on which grounds it may. */
    public record Choice(List<String> countries, List<Ground> grounds) {}

    /** The guard of every share: null where nothing has to be chosen; what was not said, or is wrong, is named. */
    public static Transfer decided(Optional<Choice> choice, LegalBasis said) {
        if (choice.isEmpty()) {
            if (said != null) {
                throw refused(AT, "no-transfer", "No personal data goes across by this.");
            }
            return null;
        }
        List<String> countries = choice.get().countries();
        if (said == null) {
            throw refused(
                    AT,
                    "legal-basis-missing",
                    "Personal data goes to " + String.join(", ", countries)
                            + ": choose the legal basis, and say why it is needed.");
        }
        Ground ground = choice.get().grounds().stream()
                .filter(one -> one.code().equals(said.code()))
                .findFirst()
                .orElseThrow(() -> refused(AT + "/code", "unknown-value", "No share to there may rest on this."));
        return new Transfer(ground.code(), ground.text(), said.necessity(), countries);
    }

    private static ProblemException refused(String pointer, String reason, String detail) {
        return ProblemException.invalid(List.of(new FieldError(pointer, reason, detail)));
    }
}
