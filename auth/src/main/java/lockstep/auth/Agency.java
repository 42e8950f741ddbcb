package lockstep.auth;

import java.time.ZoneId;
import java.util.Set;

/**
 * A government body whose people use Lockstep, as {@code agencies.yaml} describes it.
 *
 * @param code capital letters, digits and hyphens, e.g. {@code EU-EEAS}
 * @param country ISO 3166-1 alpha-2, or {@code EU} for an institution of the Union
 * @param groups names that a marking may release to, e.g. {@code EU27}
 * @param ceiling the highest clearance that a person of this agency can have
 * @param attachedTo code of the agency it is attached to (TLP:AMBER reaches attached agencies), or null
 * @param active false once the agency has left: what it brought is then shown to nobody
 */
public record Agency(
        String code,
        String name,
        String country,
        Set<String> groups,
        Clearance ceiling,
        String attachedTo,
        boolean active) {

    public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    public Agency {
        groups = Set.copyOf(groups);
    }

    /** The time that its people live by: that of its country's capital. */
    public ZoneId zone() {
        return switch (country) {
            case "US" -> ZoneId.of("America/New_York");
            case "GB" -> ZoneId.of("Europe/London");
            case "CA" -> ZoneId.of("America/Toronto");
            case "CH" -> ZoneId.of("Europe/Zurich");
            case "JP" -> ZoneId.of("Asia/Tokyo");
            case "UA" -> ZoneId.of("Europe/Kyiv");
            default -> BRUSSELS;
        };
    }
}
