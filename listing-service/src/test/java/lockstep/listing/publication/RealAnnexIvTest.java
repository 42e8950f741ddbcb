package lockstep.listing.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.listing.subject.Address;
import lockstep.listing.subject.CheckResult;
import lockstep.listing.subject.CompanyDetails;
import lockstep.listing.subject.Contact;
import lockstep.listing.subject.Identifier;
import lockstep.listing.subject.IdentifierType;
import lockstep.listing.subject.Name;
import lockstep.listing.subject.Script;
import lockstep.listing.subject.SubjectText;
import lockstep.listing.subject.SubjectType;
import org.junit.jupiter.api.Test;

/** The rules and formats against the real list; without the file these tests say so and check nothing. */
class RealAnnexIvTest {
    private static final Pattern USCC = Pattern.compile("(?<![0-9A-Z])9[0-9A-Z]{17}(?![0-9A-Z])");
    private static final Pattern INN = Pattern.compile("^([0-9]{10}|[0-9]{12}) ?\\((Tax ID/)?INN\\)$");
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ENGLISH);

    private final List<Map<String, String>> rows = AnnexIvFile.rows().orElse(List.of());

    @Test
    void every_uscc_that_the_annex_prints_passes() {
        long found = matches(USCC)
                .filter(code -> assertValid(IdentifierType.USCC, "CN", code))
                .count();
        assertTrue(rows.isEmpty() || found > 30, found + " codes");
    }

    @Test
    void every_russian_inn_of_the_usual_form_passes() {
        long found = rows.stream()
                .filter(row -> row.get("address").endsWith("Russian Federation"))
                .flatMap(row -> AnnexIvFile.values(row.get("registrationNumber")).stream())
                .map(INN::matcher)
                .filter(Matcher::matches)
                .filter(inn -> assertValid(IdentifierType.INN, "RU", inn.group(1)))
                .count();
        assertTrue(rows.isEmpty() || found > 600, found + " numbers");
    }

    @Test
    void every_row_comes_out_word_for_word() {
        for (Map<String, String> row : rows) {
            SubjectText subject = subject(row);
            OjAnnexIvRow printed =
                    OjAnnexIvRow.of(row.get("recordId"), subject, LocalDate.parse(row.get("startDate"), PRINTED));
            assertEquals(List.of(), subject.problems(), row.get("recordId"));
            assertEquals(row.get("name"), printed.name());
            assertEquals(
                    new TreeSet<>(AnnexIvFile.values(row.get("alias"))),
                    new TreeSet<>(Stream.concat(printed.localNames().stream(), printed.aliases().stream())
                            .toList()));
            assertEquals(AnnexIvFile.values(row.get("address")), printed.values(OjAnnexIvRow.Label.ADDRESS));
            assertEquals(
                    AnnexIvFile.values(row.get("registrationNumber")),
                    printed.values(OjAnnexIvRow.Label.REGISTRATION_NUMBER));
            assertEquals(AnnexIvFile.values(row.get("phone")), printed.values(OjAnnexIvRow.Label.TELEPHONE));
            assertEquals(AnnexIvFile.values(row.get("email")), printed.values(OjAnnexIvRow.Label.EMAIL));
            assertEquals(AnnexIvFile.values(row.get("website")), printed.values(OjAnnexIvRow.Label.WEBSITE));
            assertEquals(row.get("startDate"), printed.dateOfListing());
        }
    }

    @Test
    void few_rows_share_a_key_with_another() {
        Map<String, Set<String>> byKey = new TreeMap<>();
        for (Map<String, String> row : rows) {
            subject(row).duplicateKeys().stream()
                    .filter(key -> key.startsWith("name:"))
                    .forEach(key ->
                            byKey.computeIfAbsent(key, none -> new TreeSet<>()).add(row.get("recordId")));
        }
        Set<String> shared = new TreeSet<>();
        byKey.values().stream().filter(ids -> ids.size() > 1).forEach(shared::addAll);
        assertTrue(shared.size() < 55, shared::toString);
    }

    private Stream<String> matches(Pattern wanted) {
        return rows.stream()
                .flatMap(row -> wanted.matcher(row.get("registrationNumber")).results())
                .map(MatchResult::group);
    }

    private static boolean assertValid(IdentifierType type, String country, String value) {
        assertEquals(
                CheckResult.VALID, Identifier.of(type, value, country, null).check(), value);
        return true;
    }

    private static SubjectText subject(Map<String, String> row) {
        List<Name> names = new ArrayList<>();
        names.add(Name.of(Name.Kind.PRIMARY, row.get("name")));
        for (String alias : AnnexIvFile.values(row.get("alias"))) {
            boolean latin = Script.writes("Latn", alias);
            names.add(Name.of(latin ? Name.Kind.AKA : Name.Kind.LOCAL, alias));
        }
        List<Contact> contacts = new ArrayList<>();
        AnnexIvFile.values(row.get("phone")).forEach(it -> contacts.add(new Contact(Contact.Kind.PHONE, it)));
        AnnexIvFile.values(row.get("email")).forEach(it -> contacts.add(new Contact(Contact.Kind.EMAIL, it)));
        AnnexIvFile.values(row.get("website")).forEach(it -> contacts.add(new Contact(Contact.Kind.WEBSITE, it)));
        String place = row.get("jurisdiction");
        return new SubjectText(
                SubjectType.LEGAL_ENTITY,
                "RU",
                names,
                AnnexIvFile.values(row.get("registrationNumber")).stream()
                        .map(phrase -> Identifier.of(IdentifierType.OTHER, phrase, null, null))
                        .toList(),
                AnnexIvFile.values(row.get("address")).stream()
                        .map(printed -> Address.of(printed, null))
                        .toList(),
                contacts,
                null,
                place.isEmpty() ? null : new CompanyDetails(null, null, place, null, null, null),
                null,
                null);
    }
}
