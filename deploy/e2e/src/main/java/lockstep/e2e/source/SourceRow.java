package lockstep.e2e.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a printed annex, its cells split where the source splits them and each value kept as printed.
 *
 * @param annex in Roman numerals, its part behind a dot: {@code IV}, {@code XLV.A}
 * @param number the entry's number in the annex; empty where the annex prints none
 * @param place where the row stands in its annex: the printed number, or counted from 1 where none is printed
 * @param listed the date of listing; the act's where the annex prints a date of application instead
 * @param printedDate the date that the annex prints, D.M.YYYY
 * @param line the row as it stands in the file, for the exhibit
 */
public record SourceRow(
        String annex,
        String number,
        int place,
        LocalDate listed,
        String printedDate,
        String name,
        List<String> aliases,
        List<String> registrations,
        List<String> bics,
        List<String> addresses,
        List<String> phones,
        List<String> emails,
        List<String> websites,
        String line) {
    private static final String DATED_BY_LISTING = "IV";

    /** An entry of Annex IV, whose place is its number's. */
    public SourceRow(
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
        this(
                DATED_BY_LISTING,
                number,
                Integer.parseInt(number),
                listed,
                printedDate,
                name,
                aliases,
                registrations,
                List.of(),
                addresses,
                phones,
                emails,
                websites,
                line);
    }

    SourceRow after(int others) {
        return new SourceRow(
                annex,
                numbered() ? Integer.toString(Integer.parseInt(number) + others) : number,
                place + others,
                listed,
                printedDate,
                name,
                aliases,
                registrations,
                bics,
                addresses,
                phones,
                emails,
                websites,
                line);
    }

    /** Names in another than the Latin script; whole, though a part of them be Latin. */
    public List<String> localNames() {
        return aliases.stream().filter(Letters::hasWordOutsideLatin).toList();
    }

    public List<String> latinAliases() {
        return aliases.stream()
                .filter(alias -> !Letters.hasWordOutsideLatin(alias))
                .toList();
    }

    public boolean numbered() {
        return !number.isEmpty();
    }

    /** The printed number, or the row's place where none is printed: by this it is told from the annex's other rows. */
    public String reference() {
        return numbered() ? number : Integer.toString(place);
    }

    /** The part of the annex, if it has parts. */
    public Optional<String> part() {
        int dot = annex.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(annex.substring(dot + 1));
    }

    /** From when the measure applies, where that is the date that the annex prints. */
    public Optional<LocalDate> applicable() {
        return annex.equals(DATED_BY_LISTING) ? Optional.empty() : Optional.of(Columns.date(printedDate));
    }

    /** True if the annex prints nothing by which the target is found but its names. */
    public boolean namesAlone() {
        return registrations.isEmpty() && bics.isEmpty() && addresses.isEmpty();
    }

    /** In words: {@code entry 7, listed on 3.2.2026}. */
    public String described() {
        return applicable().isEmpty()
                ? "entry " + number + ", listed on " + printedDate
                : "row " + reference() + " of Annex " + annex + ", applicable from " + printedDate;
    }

    /** A printed value without characters that print nothing. */
    public static String visible(String printed) {
        return Letters.visible(printed);
    }

    @Override
    public String toString() {
        return (annex.equals(DATED_BY_LISTING) ? "" : annex + " ") + reference() + " " + name;
    }
}
