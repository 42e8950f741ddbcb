package lockstep.listing.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What only a natural person has.
 *
 * @param born as far as known; {@code bornLatest} makes it a range
 * @param circa true if the source says "about"
 * @param nationalities ISO 3166-1 alpha-2
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PersonDetails(
        PartialDate born,
        PartialDate bornLatest,
        boolean circa,
        String placeOfBirth,
        List<String> nationalities,
        Gender gender,
        String position) {

    public enum Gender {
        FEMALE,
        MALE,
        OTHER
    }

    public PersonDetails {
        placeOfBirth = Text.orNull(placeOfBirth);
        nationalities = Text.list(nationalities);
        position = Text.orNull(position);
    }

    List<FieldProblem> problems() {
        Text.Check check = new Text.Check()
                .date("/born", born)
                .date("/bornLatest", bornLatest)
                .line("/placeOfBirth", placeOfBirth)
                .line("/position", position)
                .when(nationalities.size() > 20, "/nationalities", FieldProblem.Reason.TOO_MANY);
        for (int i = 0; i < nationalities.size(); i++) {
            check.country("/nationalities/" + i, nationalities.get(i));
        }
        return check.found();
    }
}
