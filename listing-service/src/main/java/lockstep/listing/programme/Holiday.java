package lockstep.listing.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/**
 * A day on which no deadline falls, given in exactly one of four ways.
 *
 * @param on the same day each year, {@code --05-09}
 * @param easter days after Easter Sunday (Gregorian)
 * @param nth which {@code day} of {@code month}, -1 for the last
 * @param date one single day, {@code 2026-12-24}
 * @param observed falling on a Saturday it is kept on Friday, on a Sunday on Monday
 */
public record Holiday(
        String name,
        String on,
        Integer easter,
        Integer nth,
        DayOfWeek day,
        Integer month,
        String date,
        boolean observed) {

    public Holiday {
        int ways = (on == null ? 0 : 1) + (easter == null ? 0 : 1) + (nth == null ? 0 : 1) + (date == null ? 0 : 1);
        if (ways != 1 || (nth != null && (day == null || month == null))) {
            throw new IllegalArgumentException("a holiday has one of: on, easter, nth with day and month, date");
        }
        if (on != null) {
            MonthDay.parse(on);
        }
        if (date != null) {
            LocalDate.parse(date);
        }
    }

    /** True if it is kept on this day; asks the neighbouring years too, as 1 January may be kept on 31 December. */
    boolean falls(LocalDate asked) {
        return asked.equals(kept(asked.getYear())) || asked.equals(kept(asked.getYear() + 1));
    }

    private LocalDate kept(int year) {
        LocalDate falls = falls(year);
        if (observed && falls.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return falls.minusDays(1);
        }
        return observed && falls.getDayOfWeek() == DayOfWeek.SUNDAY ? falls.plusDays(1) : falls;
    }

    private LocalDate falls(int year) {
        if (on != null) {
            return MonthDay.parse(on).atYear(year);
        }
        if (easter != null) {
            return easterSunday(year).plusDays(easter);
        }
        return date != null
                ? LocalDate.parse(date)
                : LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, day));
    }

    /** The Gregorian computus. */
    static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7;
        int correction = (golden + 11 * moon + 22 * weekday) / 451;
        int days = moon + weekday - 7 * correction + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
