package lockstep.listing.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What only an entity has.
 *
 * @param jurisdiction ISO 3166-1 alpha-2 of the law it exists under
 * @param placeOfRegistration as printed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CompanyDetails(
        String legalForm,
        String jurisdiction,
        String placeOfRegistration,
        PartialDate incorporated,
        PartialDate dissolved,
        String sector) {

    public CompanyDetails {
        legalForm = Text.orNull(legalForm);
        jurisdiction = Text.orNull(jurisdiction);
        placeOfRegistration = Text.orNull(placeOfRegistration);
        sector = Text.orNull(sector);
    }

    List<FieldProblem> problems() {
        return new Text.Check()
                .line("/legalForm", legalForm)
                .country("/jurisdiction", jurisdiction)
                .line("/placeOfRegistration", placeOfRegistration)
                .date("/incorporated", incorporated)
                .date("/dissolved", dissolved)
                .line("/sector", sector)
                .found();
    }
}
