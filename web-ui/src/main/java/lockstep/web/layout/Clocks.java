package lockstep.web.layout;

import java.time.ZoneId;
import java.util.Locale;

/** What the clocks of the pages are called. */
final class Clocks {
    private Clocks() {}

    /** Where the clock hangs, since a short name of a zone does not tell summer from winter. */
    static String city(ZoneId zone, Locale language) {
        String known =
                switch (zone.getId()) {
                    case "Europe/Brussels" -> "brussels";
                    case "America/New_York" -> "washington";
                    case "Europe/London" -> "london";
                    case "America/Toronto" -> "ottawa";
                    case "Europe/Zurich" -> "bern";
                    case "Asia/Tokyo" -> "tokyo";
                    case "Europe/Kyiv" -> "kyiv";
                    default -> null;
                };
        return known == null
                ? zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ')
                : Messages.text(language, "zone." + known);
    }
}
