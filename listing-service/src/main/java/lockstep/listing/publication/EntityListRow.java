package lockstep.listing.publication;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lockstep.listing.subject.Address;
import lockstep.listing.subject.Name;
import lockstep.listing.subject.Script;
import lockstep.listing.subject.SubjectText;

/**
 * One row of the Entity List (Supplement No. 4 to 15 CFR Part 744): country, entity with its other names and addresses,
 * licence requirement, licence review policy, Federal Register citation. It depends on the decided text alone.
 *
 * @param country in capitals, as the Supplement heads its parts
 * @param name the first name
 * @param aliases in Latin letters: the Supplement prints no others (general knowledge, to be confirmed)
 * @param addresses as printed
 */
public record EntityListRow(
        String country,
        String name,
        List<String> aliases,
        List<String> addresses,
        String licenseRequirement,
        String licenseReviewPolicy,
        String federalRegisterCitation) {
    /** Codes of the programme's terms that this row prints. */
    public static final String LICENSE_REQUIREMENT = "licenseRequirement";

    public static final String LICENSE_REVIEW_POLICY = "licenseReviewPolicy";

    /** Headings that differ from the usual English name; Hong Kong stands under China (to be confirmed). */
    private static final Map<String, String> HEADINGS = Map.of(
            "CN", "CHINA, PEOPLE'S REPUBLIC OF",
            "HK", "CHINA, PEOPLE'S REPUBLIC OF",
            "MO", "CHINA, PEOPLE'S REPUBLIC OF",
            "RU", "RUSSIA",
            "TR", "TÜRKIYE");

    private static final List<String> COUNTED =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    public EntityListRow {
        Objects.requireNonNull(country);
        Objects.requireNonNull(name);
        aliases = List.copyOf(aliases);
        addresses = List.copyOf(addresses);
        Objects.requireNonNull(federalRegisterCitation);
    }

    /** The row of a text that has a primary name and a country; {@code terms} of the programme by code. */
    public static EntityListRow of(SubjectText subject, Map<String, String> terms, String federalRegisterCitation) {
        List<String> aliases = subject.names().stream()
                .filter(name -> name.kind() != Name.Kind.PRIMARY)
                .map(Name::full)
                .filter(full -> Script.writes("Latn", full))
                .toList();
        return new EntityListRow(
                heading(subject.country()),
                subject.primaryName(),
                aliases,
                subject.addresses().stream().map(Address::asPrinted).toList(),
                terms.getOrDefault(LICENSE_REQUIREMENT, ""),
                terms.getOrDefault(LICENSE_REVIEW_POLICY, ""),
                federalRegisterCitation);
    }

    private static String heading(String country) {
        return HEADINGS.getOrDefault(
                country,
                new ULocale("", country).getDisplayCountry(ULocale.ENGLISH).toUpperCase(Locale.ROOT));
    }

    /** The second column: the name, its aliases in a counted list, the addresses. */
    public String entity() {
        StringBuilder entity = new StringBuilder(name);
        if (aliases.isEmpty()) {
            entity.append(addresses.isEmpty() ? "" : ", ");
        } else {
            entity.append(", a.k.a., the following ").append(counted(aliases.size()));
            entity.append(aliases.size() == 1 ? " alias:" : " aliases:");
            aliasLines().forEach(line -> entity.append('\n').append(line));
            entity.append(addresses.isEmpty() ? "" : "\n");
        }
        return entity.append(stopped(joined(addresses))).toString();
    }

    /** With one full stop at its end, never two: "Ltd." has its own. */
    private static String stopped(String text) {
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }

    private List<String> aliasLines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < aliases.size(); i++) {
            int after = aliases.size() - 1 - i;
            String end = after == 1 ? "; and" : ";";
            lines.add("—" + (after == 0 ? stopped(aliases.get(i)) : aliases.get(i) + end));
        }
        return lines;
    }

    private static String joined(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join("; ", parts.subList(0, last)) + "; and " + parts.get(last);
    }

    private static String counted(int number) {
        return number <= COUNTED.size() ? COUNTED.get(number - 1) : Integer.toString(number);
    }

    /** The row as plain text, its columns one below the other. */
    public String text() {
        return "Country: " + country + "\nEntity: " + entity() + "\nLicense requirement: " + licenseRequirement
                + "\nLicense review policy: " + licenseReviewPolicy + "\nFederal Register citation: "
                + federalRegisterCitation + "\n";
    }
}
