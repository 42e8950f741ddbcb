package lockstep.e2e.source;

import java.time.LocalDate;
import java.util.List;

/**
 * One entry of a printed annex, its cells split where the source splits them and each value kept as printed.
 *
 * @param number the entry's number in the annex
 * @param listed the printed date of listing
 * @param printedDate that date as printed, D.M.YYYY
 * @param line the row as it stands in the file, for the exhibit
 */
public record SourceRow(
        String number,
        LocalDate listed,
        String printedDate,
        String name,
        List<String> aliases,
        List<String> registrations,
        List<String> addresses,
        List<String> phones,
        List<String> emails,
        List<String> websites,
        String line) {

    /** Names in another than the Latin script; whole, though a part of them be Latin. */
    public List<String> localNames() {
        return aliases.stream().filter(Letters::hasWordOutsideLatin).toList();
    }

    public List<String> latinAliases() {
        return aliases.stream()
                .filter(alias -> !Letters.hasWordOutsideLatin(alias))
                .toList();
    }

    /** A printed value without characters that print nothing. */
    public static String visible(String printed) {
        return Letters.visible(printed);
    }

    @Override
    public String toString() {
        return number + " " + name;
    }
}
