package lockstep.listing.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** DOMAIN §4: the lists that end at a date unless they are renewed as a whole; 833 and 269 each half a year. */
final class Term {
    private static final List<String> SECTORAL = List.of("--01-31", "--07-31");
    private static final Map<String, List<String>> LAST_DAYS =
            Map.of("EU-833-IV", SECTORAL, "EU-833-XLV", SECTORAL, "EU-269", List.of("--03-15", "--09-15"));

    private Term() {}

    static boolean has(Procedure procedure) {
        return LAST_DAYS.containsKey(procedure.code());
    }

    /** The first end of a term after this moment, null where the list has none. */
    static Instant after(Instant moment, Procedure procedure) {
        LocalDate day = moment.atZone(procedure.zone()).toLocalDate();
        return LAST_DAYS.getOrDefault(procedure.code(), List.of()).stream()
                .map(MonthDay::parse)
                .flatMap(last -> Stream.of(0, 1).map(years -> last.atYear(day.getYear() + years)))
                .map(last -> last.plusDays(1).atStartOfDay(procedure.zone()).toInstant())
                .filter(moment::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
