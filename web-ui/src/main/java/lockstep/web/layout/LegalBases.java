package lockstep.web.layout;

import java.util.List;
import lockstep.web.services.ReleaseView;

/** The legal bases that a service offers for a share of personal data, as a form asks for one. */
public final class LegalBases {
    private LegalBases() {}

    public static List<Option> options(ReleaseView.Choice choice) {
        return choice == null
                ? List.of()
                : choice.grounds().stream()
                        .map(ground -> Option.of(ground.code(), words(ground)))
                        .toList();
    }

    /** The text for a code, or the code itself. */
    public static String text(ReleaseView.Choice choice, String code) {
        return choice == null
                ? code
                : choice.grounds().stream()
                        .filter(ground -> ground.code().equals(code))
                        .map(LegalBases::words)
                        .findFirst()
                        .orElse(code);
    }

    private static String words(ReleaseView.Ground ground) {
        return ground.toBeConfirmed()
                ? Messages.text(Ui.current().language(), "legal-basis.to-be-confirmed", ground.text())
                : ground.text();
    }
}
