package lockstep.listing.model;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** The holidays of 2024 and 2025, in which random histories play, and of Easter 2026, from calendars by hand. */
final class Holidays {
    static final Set<LocalDate> EU =
            days("2024-01-01 2024-01-02 2024-03-28 2024-03-29 2024-04-01 2024-05-01 2024-05-09 2024-05-10 2024-05-20"
                    + " 2024-07-21 2024-08-15 2024-11-01 2024-11-02 2024-12-24 2024-12-25 2024-12-26 2024-12-27 2024-12-28"
                    + " 2024-12-29 2024-12-30 2024-12-31 2025-01-01 2025-01-02 2025-04-17 2025-04-18 2025-04-21 2025-05-01"
                    + " 2025-05-09 2025-05-29 2025-05-30 2025-06-09 2025-07-21 2025-08-15 2025-11-01 2025-11-02 2025-12-24"
                    + " 2025-12-25 2025-12-26 2025-12-27 2025-12-28 2025-12-29 2025-12-30 2025-12-31 2026-04-02 2026-04-03"
                    + " 2026-04-06");
    static final Set<LocalDate> US =
            days("2024-01-01 2024-01-15 2024-02-19 2024-05-27 2024-06-19 2024-07-04 2024-09-02 2024-10-14 2024-11-11"
                    + " 2024-11-28 2024-12-25 2025-01-01 2025-01-20 2025-02-17 2025-05-26 2025-06-19 2025-07-04 2025-09-01"
                    + " 2025-10-13 2025-11-11 2025-11-27 2025-12-25");

    private Holidays() {}

    private static Set<LocalDate> days(String list) {
        Set<LocalDate> days = new TreeSet<>();
        for (String day : list.split(" ")) {
            days.add(LocalDate.parse(day));
        }
        return days;
    }
}
