package lockstep.listing.programme;

import java.util.List;
import java.util.stream.Collectors;

/** The programmes' data breaks a rule: the service doesn't start with it. */
public final class ProgrammesRefused extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** One broken rule and where the file breaks it. */
    public record Fault(int line, Rule rule, String what) {
        @Override
        public String toString() {
            return "line " + line + ": " + rule + ": " + what;
        }
    }

    /** The rules that the data of every programme keeps. */
    public enum Rule {
        READABLE,
        CODES_ARE_UNIQUE,
        TERM_IS_A_DATE_OF_THE_PROGRAMME,
        AGENCY_IS_KNOWN,
        EVERY_OFFICE_CAN_BE_HELD,
        ENDORSEMENT_CAN_BE_REACHED,
        ENDORSER_IS_A_REVIEWER,
        LAST_STAGE_ADOPTS,
        SEATS_OF_A_ROUND_EXIST,
        A_ROUND_HAS_A_CLOCK,
        CLOCK_HAS_ROOM,
        SILENCE_ONLY_WITH_UNANIMITY,
        ESCALATION_LEADS_UPWARD,
        A_WINDOW_NEEDS_ESCALATION,
        A_RECORD_NAMES_ITS_ACTS,
        URGENT_CAN_BE_CONFIRMED,
        A_PRINT_CAN_BE_CITED_IN_TIME,
        A_NUMBER_HAS_A_FORM_THAT_CAN_BE_MET,
        SOMETHING_CAN_BE_PROPOSED
    }

    ProgrammesRefused(String file, List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n  ", file + ":\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
