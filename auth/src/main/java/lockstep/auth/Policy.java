package lockstep.auth;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The one rule of who may see what; pure, deny by default. Each service's SQL function {@code visible} is its twin, and
 * a test puts random combinations through both.
 */
public final class Policy {
    private Policy() {}

    public static Verdict mayRead(Reader reader, Marking marking, Facts facts) {
        if (!facts.takesPart()) {
            return Verdict.NO_PART_IN_CASE;
        }
        if (facts.recused()) {
            return Verdict.RECUSED;
        }
        if (!facts.originatorActive()) {
            return Verdict.ORIGINATOR_LEFT;
        }
        if (!facts.inAudience()) {
            return Verdict.NOT_IN_AUDIENCE;
        }
        if (!reader.levels().contains(marking.level())) {
            return Verdict.CLEARANCE_TOO_LOW;
        }
        if (marking.tlp() == Tlp.RED && !marking.named().contains(reader.sub())) {
            return Verdict.TLP_AUDIENCE;
        }
        if (reader.agency().equals(facts.originator()) || facts.released()) {
            return Verdict.VISIBLE;
        }
        if (!meets(marking.relTo(), reader.wide())) {
            return Verdict.NOT_RELEASED_TO;
        }
        if (marking.tlp() == Tlp.AMBER_STRICT && !meets(marking.relTo(), reader.strict())) {
            return Verdict.TLP_AUDIENCE;
        }
        if (marking.orcon()) {
            return Verdict.ORCON_WITHOUT_RELEASE;
        }
        return Verdict.VISIBLE;
    }

    private static boolean meets(List<String> relTo, Set<String> names) {
        return !Collections.disjoint(relTo, names);
    }
}
