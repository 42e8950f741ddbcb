package lockstep.listing.publication;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lockstep.listing.subject.Address;
import lockstep.listing.subject.Contact;
import lockstep.listing.subject.Identifier;
import lockstep.listing.subject.Name;
import lockstep.listing.subject.SubjectText;

/**
 * One row of Annex IV to Regulation (EU) No 833/2014 as the Official Journal prints it: number, name, identifying
 * information, date of listing. It prints what the decided text says, word for word, and depends on nothing else.
 *
 * @param localNames the names of kind LOCAL, in the author's order
 * @param aliases all other names but the first, in the author's order
 * @param identifyingInformation labelled lines, local names and aliases among them; a label without values is left out
 * @param dateOfListing {@code D.M.YYYY}
 */
public record OjAnnexIvRow(
        String number,
        String name,
        List<String> localNames,
        List<String> aliases,
        List<Line> identifyingInformation,
        String dateOfListing) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ENGLISH);

    /** The labels that the Annex prints, in its order. */
    public enum Label {
        LOCAL_NAME("Local name", "Local names"),
        ALIAS("A.k.a.", "A.k.a."),
        ADDRESS("Address", "Addresses"),
        REGISTRATION_NUMBER("Registration number", "Registration numbers"),
        PLACE_OF_REGISTRATION("Place of registration", "Places of registration"),
        TELEPHONE("Telephone", "Telephone"),
        FAX("Fax", "Fax"),
        EMAIL("Email", "Email"),
        WEBSITE("Website", "Website");

        private final String one;
        private final String several;

        Label(String one, String several) {
            this.one = one;
            this.several = several;
        }
    }

    /** One labelled line; the values keep whatever separators they have inside. */
    public record Line(Label label, List<String> values) {
        public Line {
            values = List.copyOf(values);
        }

        public String printed() {
            return (values.size() == 1 ? label.one : label.several) + ": " + String.join("; ", values);
        }
    }

    public OjAnnexIvRow {
        Objects.requireNonNull(number);
        Objects.requireNonNull(name);
        localNames = List.copyOf(localNames);
        aliases = List.copyOf(aliases);
        identifyingInformation = List.copyOf(identifyingInformation);
        Objects.requireNonNull(dateOfListing);
    }

    /** The row of a text that has a primary name. */
    public static OjAnnexIvRow of(String number, SubjectText subject, LocalDate listed) {
        List<String> local = names(subject, name -> name.kind() == Name.Kind.LOCAL);
        List<String> aliases =
                names(subject, name -> name.kind() != Name.Kind.LOCAL && name.kind() != Name.Kind.PRIMARY);
        List<Line> lines = Stream.of(
                        new Line(Label.LOCAL_NAME, local),
                        new Line(Label.ALIAS, aliases),
                        new Line(Label.ADDRESS, each(subject.addresses(), Address::asPrinted)),
                        new Line(Label.REGISTRATION_NUMBER, numbers(subject)),
                        new Line(Label.PLACE_OF_REGISTRATION, place(subject)),
                        new Line(Label.TELEPHONE, contacts(subject, Contact.Kind.PHONE)),
                        new Line(Label.FAX, contacts(subject, Contact.Kind.FAX)),
                        new Line(Label.EMAIL, contacts(subject, Contact.Kind.EMAIL)),
                        new Line(Label.WEBSITE, contacts(subject, Contact.Kind.WEBSITE)))
                .filter(line -> !line.values().isEmpty())
                .toList();
        return new OjAnnexIvRow(number, subject.primaryName(), local, aliases, lines, listed.format(DAY));
    }

    /** The values of one label; empty where the row doesn't print it. */
    public List<String> values(Label label) {
        return identifyingInformation.stream()
                .filter(line -> line.label() == label)
                .findFirst()
                .map(Line::values)
                .orElse(List.of());
    }

    /** The row as plain text, one line for each cell and label. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(number + ". " + name);
        identifyingInformation.forEach(line -> lines.add(line.printed()));
        lines.add("Date of listing: " + dateOfListing);
        return String.join("\n", lines) + "\n";
    }

    private static List<String> names(SubjectText subject, Predicate<Name> wanted) {
        return subject.names().stream().filter(wanted).map(Name::full).toList();
    }

    /** A phrase from which several numbers were read is printed once. */
    private static List<String> numbers(SubjectText subject) {
        return subject.identifiers().stream()
                .map(Identifier::printed)
                .distinct()
                .toList();
    }

    private static List<String> place(SubjectText subject) {
        boolean known = subject.company() != null && subject.company().placeOfRegistration() != null;
        return known ? List.of(subject.company().placeOfRegistration()) : List.of();
    }

    private static List<String> contacts(SubjectText subject, Contact.Kind kind) {
        return subject.contacts().stream()
                .filter(contact -> contact.kind() == kind)
                .map(Contact::value)
                .toList();
    }

    private static <T> List<String> each(List<T> parts, Function<T, String> printed) {
        return parts.stream().map(printed).toList();
    }
}
