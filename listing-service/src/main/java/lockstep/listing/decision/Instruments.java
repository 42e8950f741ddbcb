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
            List<RecordedDecision.Act> its = given.stream()
                    .filter(act -> wanted.code().equals(act.type()))
                    .toList();
            boolean right = its.size() == 1 && wanted.accepts(its.getFirst().number());
            if (!right) {
                String at = its.isEmpty() ? "" : "/" + given.indexOf(its.getFirst()) + "/number";
                boolean other = its.size() == 1 && its.getFirst().number() != null;
                missing.add(new Missing(
                        "/instruments" + at,
                        other ? "instrument-form" : "instrument-missing",
                        other
                                ? "“" + its.getFirst().number() + "” is no number of a " + wanted.title() + "."
                                : "Give the number of the " + wanted.title() + ", once."));
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
