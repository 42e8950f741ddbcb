package lockstep.listing.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** One way to reach a target, exactly as a source prints it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Contact(Kind kind, String value) {

    public enum Kind {
        PHONE,
        FAX,
        EMAIL,
        WEBSITE
    }

    public Contact {
        value = Text.orNull(value);
    }

    List<FieldProblem> problems() {
        return new Text.Check()
                .when(kind == null, "/kind", FieldProblem.Reason.MISSING)
                .when(value == null, "/value", FieldProblem.Reason.MISSING)
                .line("/value", value)
                .found();
    }
}
