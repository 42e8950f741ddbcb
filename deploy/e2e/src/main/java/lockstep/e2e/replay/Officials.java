package lockstep.e2e.replay;

import java.util.List;
import java.util.stream.Stream;

/** Who does what in a replay of the Union's list. */
final class Officials {
    static final String PROGRAMME = "EU-833-IV";
    static final String ANALYST = "eeas-analyst";
    static final String SUBMITTER = "eeas-submitter";
    static final String CHAIR = "pres-chair";
    static final String ENDORSER = "com-reviewer";
    static final String LEGAL = "cls-legal";
    static final String SECRETARY = "gsc-secretary-1";
    static final String SECOND_SECRETARY = "gsc-secretary-2";
    static final String PUBLISHER = "op-publisher";

    /** One for each of the 27 seats. */
    static final List<String> VOTERS = Stream.of(
                    "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "el", "es", "fi", "fr", "hr", "hu", "ie", "it",
                    "lt", "lu", "lv", "mt", "nl", "pl", "pt", "ro", "se", "si", "sk")
            .map(seat -> seat + "-voter")
            .toList();

    private Officials() {}
}
