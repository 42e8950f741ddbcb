package lockstep.e2e.sample;

import java.time.LocalDate;

/** Days on which officials work; holidays are the programme's to know. */
final class Workday {
    private Workday() {}

    /** That day, or the Monday after it. */
    static LocalDate from(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }
}
