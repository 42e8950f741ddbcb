package lockstep.listing.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One name of a target as a source prints it; never corrected, and never split where the source doesn't.
 *
 * @param language BCP 47, or null where unknown
 * @param script ISO 15924; where none is given, the one that the letters show
 * @param sourceRef what the name was read from, e.g. an exhibit's id
 * @param parts of a person's name, where they are known
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Name(
        String full, Kind kind, Quality quality, String language, String script, String sourceRef, Parts parts) {

    public enum Kind {
        PRIMARY,
        AKA,
        FKA,
        NKA,
        LOCAL,
        TRANSLIT
    }

    /** A weak name (too common, or a nickname) is printed but not matched on. */
    public enum Quality {
        STRONG,
        WEAK
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Parts(String first, String middle, String patronymic, String last) {
        public Parts {
            first = Text.orNull(first);
            middle = Text.orNull(middle);
            patronymic = Text.orNull(patronymic);
            last = Text.orNull(last);
        }
    }

    public Name {
        full = Text.orNull(full);
        quality = quality == null ? Quality.STRONG : quality;
        language = Text.orNull(language);
        script = Text.orNull(script);
        script = script == null && full != null ? Script.proposedFor(full) : script;
        sourceRef = Text.orNull(sourceRef);
    }

    /** A strong name in the script that its letters show. */
    public static Name of(Kind kind, String full) {
        return new Name(full, kind, Quality.STRONG, null, null, null, null);
    }

    /** The same name, spelled so. */
    public Name reading(String spelled) {
        return new Name(spelled, kind, quality, language, script, sourceRef, parts);
    }

    List<FieldProblem> problems() {
        return new Text.Check()
                .when(full == null, "/full", FieldProblem.Reason.MISSING)
                .when(kind == null, "/kind", FieldProblem.Reason.MISSING)
                .telling("/full", full)
                .line("/sourceRef", sourceRef)
                .when(language != null && !Text.language(language), "/language", FieldProblem.Reason.MALFORMED_LANGUAGE)
                .when(script != null && !Script.known(script), "/script", FieldProblem.Reason.UNKNOWN_SCRIPT)
                .when(
                        full != null && script != null && Script.known(script) && !Script.writes(script, full),
                        "/script",
                        FieldProblem.Reason.TEXT_NOT_IN_SCRIPT)
                .found();
    }
}
