package lockstep.kit.web;

import java.util.ArrayList;
import java.util.List;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.auth.Levels;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;
import lockstep.kit.problem.FieldError;

/** A marking as a client sends it: what is left out is the strictest, and nothing at all means originator only. */
public record MarkingInput(String level, Boolean orcon, List<String> relTo, Tlp tlp, List<String> named) {
    private static final int MOST_NAMED = 100;
    private static final int MOST_ADDRESSEES = 100;

    /** The marking meant; null if nothing was sent. */
    public static Marking of(MarkingInput sent) {
        return sent == null
                ? null
                : new Marking(
                        sent.level,
                        Boolean.TRUE.equals(sent.orcon),
                        sent.relTo == null
                                ? List.of()
                                : sent.relTo.stream().distinct().toList(),
                        sent.tlp == null ? Tlp.AMBER : sent.tlp,
                        sent.named == null ? List.of() : sent.named);
    }

    /** At birth: what was sent, else open to the originator alone at its scheme's usual level. */
    public static Marking atBirth(MarkingInput sent, Actor by, Levels levels) {
        return sent == null ? Marking.originatorOnly(levels.usualIn(by.agency().country())) : of(sent);
    }

    /**
     * What is wrong with it; pointers are below {@code at}. Nobody marks something so that he could not read it himself:
     * he could not mend it either.
     */
    public static List<FieldError> errors(MarkingInput sent, String at, Actor by, Agencies agencies, Levels levels) {
        List<FieldError> wrong = new ArrayList<>();
        if (sent == null) {
            return wrong;
        }
        if (sent.level == null) {
            wrong.add(new FieldError(at + "/level", "missing", "A level is needed."));
        } else if (!levels.known(sent.level)) {
            wrong.add(new FieldError(at + "/level", "above-ceiling", "Lockstep holds no content at this level."));
        } else if (!by.reader().levels().contains(sent.level)) {
            wrong.add(new FieldError(at + "/level", "above-clearance", "You are not cleared for this level."));
        }
        if (sent.relTo != null && sent.relTo.size() > MOST_ADDRESSEES) {
            wrong.add(new FieldError(at + "/relTo", "too-many", "At most " + MOST_ADDRESSEES + " addressees."));
            return wrong;
        }
        for (int i = 0; sent.relTo != null && i < sent.relTo.size(); i++) {
            if (!agencies.addressable(sent.relTo.get(i))) {
                wrong.add(new FieldError(
                        at + "/relTo/" + i, "unknown-addressee", "No agency, country or group is called so."));
            }
        }
        List<String> named = sent.named == null ? List.of() : sent.named;
        if (named.size() > MOST_NAMED) {
            wrong.add(new FieldError(at + "/named", "too-many", "At most " + MOST_NAMED + " persons."));
        } else if (sent.tlp == Tlp.RED && !named.contains(by.sub())) {
            wrong.add(new FieldError(at + "/named", "without-you", "TLP:RED names its readers, you among them."));
        } else if (sent.tlp != Tlp.RED && !named.isEmpty()) {
            wrong.add(new FieldError(at + "/named", "only-for-red", "Only TLP:RED names its readers."));
        }
        return wrong;
    }
}
