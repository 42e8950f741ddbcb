package lockstep.listing.subject;

import static lockstep.listing.subject.FieldProblem.Reason.INVISIBLE_CHARACTERS;
import static lockstep.listing.subject.FieldProblem.Reason.MIXED_SCRIPTS_IN_ONE_WORD;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is written of a target in one revision of a proposal; its JSON is hashed, so nothing in it is computed from a
 * clock or kept in an order other than the author's.
 *
 * @param country ISO 3166-1 alpha-2: where the target is established
 * @param noNativeNameReason why no name in the country's own script is known, if none is
 * @param company only for entities, {@code person} only for natural persons, {@code vessel} only for ships
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SubjectText(
        SubjectType type,
        String country,
        List<Name> names,
        List<Identifier> identifiers,
        List<Address> addresses,
        List<Contact> contacts,
        String noNativeNameReason,
        CompanyDetails company,
        PersonDetails person,
        VesselDetails vessel) {

    private static final int MOST = 300;
    private static final Set<SubjectType> ENTITIES =
            Set.of(SubjectType.ORGANIZATION, SubjectType.COMPANY, SubjectType.LEGAL_ENTITY);

    public SubjectText {
        country = Text.orNull(country);
        names = Text.list(names);
        identifiers = Text.list(identifiers);
        addresses = Text.list(addresses);
        contacts = Text.list(contacts);
        noNativeNameReason = Text.orNull(noNativeNameReason);
    }

    /** The same target with its names and addresses spelled so. */
    public SubjectText reading(List<Name> spelled, List<Address> written) {
        return new SubjectText(
                type, country, spelled, identifiers, written, contacts, noNativeNameReason, company, person, vessel);
    }

    /** The name that goes first in every output, as printed; null while the draft has none. */
    public String primaryName() {
        return names(Name.Kind.PRIMARY).stream().map(Name::full).findFirst().orElse(null);
    }

    /** Names of one of these kinds, in the author's order. */
    public List<Name> names(Name.Kind... kinds) {
        Set<Name.Kind> wanted = Set.of(kinds);
        return names.stream()
                .filter(name -> name.kind() != null && wanted.contains(name.kind()))
                .toList();
    }

    /** The first name in a script that the country's register writes, one of kind LOCAL before others. */
    public Optional<Name> nativeName() {
        return Stream.concat(names(Name.Kind.LOCAL).stream(), names.stream())
                .filter(name -> country != null && NativeScript.writes(country, name))
                .findFirst();
    }

    /** Keys of which two texts share one if they may speak of the same target (guard G3); sorted. */
    public SortedSet<String> duplicateKeys() {
        SortedSet<String> keys = new TreeSet<>();
        identifiers.forEach(identifier -> keys.addAll(DuplicateKeys.of(identifier)));
        names.forEach(name -> keys.addAll(DuplicateKeys.of(name)));
        return keys;
    }

    /** What is wrong with the text as it stands: a draft with any of these isn't saved. */
    public List<FieldProblem> problems() {
        Text.Check check = new Text.Check()
                .country("/country", country)
                .passage("/noNativeNameReason", noNativeNameReason)
                .when(names(Name.Kind.PRIMARY).size() > 1, "/names", FieldProblem.Reason.MORE_THAN_ONE_PRIMARY_NAME);
        each(check, "/names", names, Name::problems);
        each(check, "/identifiers", identifiers, Identifier::problems);
        each(check, "/addresses", addresses, Address::problems);
        each(check, "/contacts", contacts, Contact::problems);
        part(check, "/company", company, type == null || ENTITIES.contains(type), CompanyDetails::problems);
        part(check, "/person", person, type == null || type == SubjectType.PERSON, PersonDetails::problems);
        part(check, "/vessel", vessel, type == null || type == SubjectType.VESSEL, VesselDetails::problems);
        return check.found();
    }

    /** What guard G1 still asks of the target before its proposal can be submitted; beside {@link #problems()}. */
    public List<FieldProblem> missingForSubmission() {
        Text.Check check = new Text.Check()
                .when(type == null, "/type", FieldProblem.Reason.MISSING)
                .when(country == null, "/country", FieldProblem.Reason.MISSING)
                .when(primaryName() == null, "/names", FieldProblem.Reason.PRIMARY_NAME_MISSING)
                .when(
                        country != null && nativeName().isEmpty() && noNativeNameReason == null,
                        "/noNativeNameReason",
                        FieldProblem.Reason.NATIVE_SCRIPT_NAME_MISSING)
                .when(
                        identifiers.isEmpty() && addresses.isEmpty(),
                        "/identifiers",
                        FieldProblem.Reason.IDENTIFIER_OR_ADDRESS_MISSING);
        for (int i = 0; i < identifiers.size(); i++) {
            Identifier identifier = identifiers.get(i);
            check.when(
                    identifier.type() != null && identifier.type().needsCountry() && identifier.country() == null,
                    "/identifiers/" + i + "/issuingCountry",
                    FieldProblem.Reason.MISSING);
        }
        return check.found();
    }

    /** What a reader should look at twice; none of it stops anything. */
    public List<FieldProblem> warnings() {
        return new Text.Check()
                .each("/names", "/full", names, Name::full, Script::mixesWithinWord, MIXED_SCRIPTS_IN_ONE_WORD)
                .each(
                        "/addresses",
                        "/asPrinted",
                        addresses,
                        Address::asPrinted,
                        Text::hidesCharacters,
                        INVISIBLE_CHARACTERS)
                .each("/contacts", "/value", contacts, Contact::value, Text::hidesCharacters, INVISIBLE_CHARACTERS)
                .found();
    }

    private static <T> void each(
            Text.Check check, String pointer, List<T> parts, Function<T, List<FieldProblem>> problems) {
        check.when(parts.size() > MOST, pointer, FieldProblem.Reason.TOO_MANY);
        for (int i = 0; i < Math.min(MOST, parts.size()); i++) {
            check.all(pointer + "/" + i, problems.apply(parts.get(i)));
        }
    }

    private static <T> void part(
            Text.Check check, String pointer, T part, boolean fits, Function<T, List<FieldProblem>> problems) {
        if (part != null) {
            check.when(!fits, pointer, FieldProblem.Reason.DOES_NOT_FIT_TYPE).all(pointer, problems.apply(part));
        }
    }
}
