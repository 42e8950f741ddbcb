package lockstep.listing.decision;

import java.util.ArrayList;
import java.util.List;
import lockstep.listing.decision.DecisionRefused.Missing;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Instrument;
import lockstep.listing.programme.Stage;

/** The acts that a record must name: each one that the stage asks for, once, with a number of its form. */
final class Instruments {
    private Instruments() {}

    static void check(Stage stage, List<RecordedDecision.Act> given) {
        List<Missing> missing = new ArrayList<>();
        for (Instrument wanted : stage.instruments()) {
            long right = given.stream()
                    .filter(act -> wanted.code().equals(act.type()) && wanted.accepts(act.number()))
                    .count();
            if (right != 1) {
                missing.add(new Missing(
                        "/instruments/" + wanted.code(),
                        "instrument-missing",
                        "Give the number of the " + wanted.title() + "."));
            }
        }
        given.stream()
                .filter(act -> stage.instrument(act.type()).isEmpty())
                .forEach(act -> missing.add(
                        new Missing("/instruments", "instrument-unknown", act.type() + " is no act of this stage.")));
        if (!missing.isEmpty()) {
            throw new DecisionRefused(Reason.INSTRUMENT, "The record must name the acts adopted.", missing);
        }
    }
}
