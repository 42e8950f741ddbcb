package lockstep.web.layout;

import java.time.LocalDate;

/** Days that a form may suggest; holidays are the service's to know. */
public final class Workday {

    private Workday() {}

    /** The day after that one, or the Monday after it. */
    public static LocalDate after(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case FRIDAY -> day.plusDays(3);
            case SATURDAY -> day.plusDays(2);
            default -> day.plusDays(1);
        };
    }
}
