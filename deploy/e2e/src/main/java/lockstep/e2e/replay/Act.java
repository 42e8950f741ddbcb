package lockstep.e2e.replay;

import java.time.LocalDate;

/**
 * The act that a package becomes part of.
 *
 * @param name tells the package from others of one programme and run
 * @param number of the first instrument in its year; the second has the next one
 */
record Act(String name, String title, LocalDate date, int number) {

    /** An act of a printed date whose number the source doesn't tell. */
    static Act of(LocalDate date) {
        return new Act(date.toString(), "Listings of " + date, date, 9_000 + date.getDayOfYear());
    }
}
