package lockstep.listing.casefile;

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

    /** The marking meant; null if nothing was sent. */
    public static Marking of(MarkingInput sent) {
        return sent == null
                ? null
                : new Marking(
                        sent.level,
                        Boolean.TRUE.equals(sent.orcon),
                        sent.relTo == null ? List.of() : sent.relTo,
                        sent.tlp == null ? Tlp.AMBER : sent.tlp,
                        sent.named == null ? List.of() : sent.named);
    }

    /** At birth: what was sent, else open to the originator alone at its scheme's usual level. */
    public static Marking atBirth(MarkingInput sent, Actor by) {
        return sent == null ? Marking.originatorOnly(usual(by.agency().country())) : of(sent);
    }

    private static String usual(String country) {
        return switch (country) {
            case "US" -> "US:CUI";
            case "GB" -> "UK:OFFICIAL";
            default -> "EU:LIMITE";
        };
    }

    /** What is wrong with it; pointers are below {@code at}. */
    public static List<FieldError> errors(MarkingInput sent, String at, Agencies agencies, Levels levels) {
        List<FieldError> wrong = new ArrayList<>();
        if (sent == null) {
            return wrong;
        }
        if (sent.level == null || !levels.known(sent.level)) {
            wrong.add(new FieldError(at + "/level", "above-ceiling", "Lockstep holds no content at this level."));
        }
        for (int i = 0; sent.relTo != null && i < sent.relTo.size(); i++) {
            if (!agencies.addressable(sent.relTo.get(i))) {
                wrong.add(new FieldError(
                        at + "/relTo/" + i, "unknown-addressee", "No agency, country or group is called so."));
            }
        }
        boolean someNamed = sent.named != null && !sent.named.isEmpty();
        if ((sent.tlp == Tlp.RED) != someNamed) {
            wrong.add(new FieldError(
                    at + "/named", "named-with-red-only", "TLP:RED names its readers, and no other TLP does."));
        }
        return wrong;
    }
}
