package lockstep.e2e.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes a row's target as an official would who has only the printed row before him. */
public final class Transcription {
    /** Languages of which a script in a country leaves no doubt. */
    private static final Map<String, String> LANGUAGES =
            Map.of("RU", "ru", "CN", "zh", "HK", "zh", "IR", "fa", "AE", "ar", "TH", "th", "AM", "hy", "UA", "ru");

    /** Where no company has its seat, so that nobody takes it for one. */
    private static final SubjectText.Address STAND_IN =
            new SubjectText.Address("The annex prints no seat; this stands in for one in a trial.", "AQ");

    private Transcription() {}

    /**
     * Fails with the row's number and name where no country can be told. Where the annex prints names alone, an address
     * stands in that says so: a proposal needs a country and an identifier or address.
     */
    public static SubjectText of(SourceRow row) {
        List<Optional<String>> countries = Countries.of(row.addresses());
        List<PrintedNumber> numbers = row.registrations().stream()
                .flatMap(phrase -> PrintedNumber.in(phrase).stream())
                .toList();
        String country = countries.stream()
                .findFirst()
                .flatMap(first -> first)
                .or(() -> numbers.stream()
                        .map(number -> IdentifierRules.of(number, null).issuer())
                        .filter(issuer -> issuer != null)
                        .findFirst())
                .or(() -> row.bics().stream().findFirst().map(Transcription::seat))
                .or(() -> row.namesAlone() ? Optional.of(STAND_IN.country()) : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException("no country can be told for " + row));
        return new SubjectText(
                "LEGAL_ENTITY",
                country,
                names(row, country),
                Stream.concat(
                                numbers.stream().map(number -> identifier(number, country)),
                                row.bics().stream().map(Transcription::identifier))
                        .toList(),
                addresses(row, countries, country),
                contacts(row),
                null);
    }

    private static List<SubjectText.Name> names(SourceRow row, String country) {
        List<SubjectText.Name> names = new ArrayList<>();
        names.add(new SubjectText.Name(row.name(), "PRIMARY", null));
        for (String alias : row.aliases()) {
            boolean local = Letters.hasWordOutsideLatin(alias);
            names.add(new SubjectText.Name(
                    alias, local ? "LOCAL" : "AKA", local && !isLatin(country) ? LANGUAGES.get(country) : null));
        }
        return names;
    }

    private static boolean isLatin(String country) {
        return !LANGUAGES.containsKey(country);
    }

    /** A BIC's fifth and sixth letters are its bank's country (ISO 9362). */
    private static String seat(String bic) {
        return bic.substring(4, 6);
    }

    private static SubjectText.Identifier identifier(String bic) {
        return new SubjectText.Identifier("SWIFT", bic, seat(bic), null, null, null, null);
    }

    private static SubjectText.Identifier identifier(PrintedNumber number, String country) {
        IdentifierRules.Typed typed = IdentifierRules.of(number, country);
        return new SubjectText.Identifier(
                typed.type(),
                number.value(),
                typed.issuer(),
                number.label(),
                number.isPlain() ? null : number.phrase(),
                typed.note(),
                null);
    }

    private static List<SubjectText.Address> addresses(
            SourceRow row, List<Optional<String>> countries, String country) {
        List<SubjectText.Address> addresses = new ArrayList<>(row.namesAlone() ? List.of(STAND_IN) : List.of());
        for (int i = 0; i < row.addresses().size(); i++) {
            addresses.add(new SubjectText.Address(
                    row.addresses().get(i), countries.get(i).orElse(country)));
        }
        return addresses;
    }

    private static List<SubjectText.Contact> contacts(SourceRow row) {
        List<SubjectText.Contact> contacts = new ArrayList<>();
        row.phones().forEach(phone -> contacts.add(new SubjectText.Contact("PHONE", Letters.visible(phone))));
        row.emails().forEach(email -> contacts.add(new SubjectText.Contact("EMAIL", email)));
        row.websites().forEach(website -> contacts.add(new SubjectText.Contact("WEBSITE", website)));
        return contacts;
    }
}
