package lockstep.web.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.Form;
import lockstep.web.layout.Messages;
import lockstep.web.services.RoundView;

/** What the service would refuse of a ballot by itself, said before its voter is sent to a stronger login. */
final class BallotFaults {
    private static final int LONGEST_REASON = 4000;
    private static final Duration RESERVE = Duration.ofDays(14);

    private BallotFaults() {}

    static void find(Form form, RoundView round, Locale language) {
        String choice = form.text("choice");
        if (choice.isEmpty()) {
            form.fault("choice", Messages.text(language, "vote.choose"));
        }
        boolean reserved = choice.equals("RESERVE");
        if ((reserved || choice.equals("OBJECT")) && !form.has("reason")) {
            form.fault("reason", Messages.text(language, "reason.reason-needed"));
        }
        if (form.text("reason").length() > LONGEST_REASON) {
            form.fault("reason", Messages.text(language, "reason.too-long"));
        }
        if (reserved && !inTime(form.text("reserveUntil"), round)) {
            form.fault("reserveUntil", Messages.text(language, "reason.reserve-date"));
        }
    }

    private static boolean inTime(String until, RoundView round) {
        try {
            Instant at = Instant.parse(ActForm.instant(until, ZoneId.of(round.zone())));
            return !at.isBefore(round.deadline())
                    && !at.isAfter(round.deadline().plus(RESERVE));
        } catch (DateTimeParseException notADate) {
            return false;
        }
    }
}
