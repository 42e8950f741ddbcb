package lockstep.listing.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One address as a source prints it, with what could be read from it.
 *
 * @param asPrinted the whole address in the source's words; outputs print this and nothing else
 * @param country ISO 3166-1 alpha-2
 * @param highDiversionRisk the bare address is itself listed or to be listed (EAR, Supplement 4, since June 2024)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Address(
        String asPrinted,
        List<String> lines,
        String city,
        String region,
        String postcode,
        String poBox,
        String country,
        Role role,
        boolean highDiversionRisk) {

    public enum Role {
        REGISTERED,
        TRADING,
        BRANCH
    }

    public Address {
        asPrinted = Text.orNull(asPrinted);
        lines = Text.list(lines);
        city = Text.orNull(city);
        region = Text.orNull(region);
        postcode = Text.orNull(postcode);
        poBox = Text.orNull(poBox);
        country = Text.orNull(country);
    }

    /** An address of which only the printed form and the country are known. */
    public static Address of(String asPrinted, String country) {
        return new Address(asPrinted, List.of(), null, null, null, null, country, null, false);
    }

    List<FieldProblem> problems() {
        Text.Check check = new Text.Check()
                .when(asPrinted == null, "/asPrinted", FieldProblem.Reason.MISSING)
                .passage("/asPrinted", asPrinted)
                .line("/city", city)
                .line("/region", region)
                .line("/postcode", postcode)
                .line("/poBox", poBox)
                .country("/country", country)
                .when(lines.size() > 20, "/lines", FieldProblem.Reason.TOO_MANY);
        for (int i = 0; i < lines.size(); i++) {
            check.line("/lines/" + i, lines.get(i));
        }
        return check.found();
    }
}
