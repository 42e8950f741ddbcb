package lockstep.listing.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What only a ship has; its IMO number and MMSI are identifiers and stand there alone.
 *
 * @param flag ISO 3166-1 alpha-2, as are {@code pastFlags}
 * @param grossTonnage as printed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record VesselDetails(
        String callSign,
        String flag,
        List<String> pastFlags,
        String vesselType,
        String grossTonnage,
        String owner,
        String operator) {

    public VesselDetails {
        callSign = Text.orNull(callSign);
        flag = Text.orNull(flag);
        pastFlags = Text.list(pastFlags);
        vesselType = Text.orNull(vesselType);
        grossTonnage = Text.orNull(grossTonnage);
        owner = Text.orNull(owner);
        operator = Text.orNull(operator);
    }

    List<FieldProblem> problems() {
        Text.Check check = new Text.Check()
                .line("/callSign", callSign)
                .country("/flag", flag)
                .line("/vesselType", vesselType)
                .line("/grossTonnage", grossTonnage)
                .line("/owner", owner)
                .line("/operator", operator)
                .when(pastFlags.size() > 50, "/pastFlags", FieldProblem.Reason.TOO_MANY);
        for (int i = 0; i < pastFlags.size(); i++) {
            check.country("/pastFlags/" + i, pastFlags.get(i));
        }
        return check.found();
    }
}
