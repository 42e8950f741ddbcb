package lockstep.listing.publication;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.Paragraph;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.subject.Address;
import lockstep.listing.subject.Contact;
import lockstep.listing.subject.Identifier;
import lockstep.listing.subject.IdentifierType;
import lockstep.listing.subject.Name;
import lockstep.listing.subject.PartialDate;
import lockstep.listing.subject.Script;
import lockstep.listing.subject.SubjectText;
import lockstep.listing.subject.SubjectType;

/**
 * Rows of the lists that have no record of their own. The lists' columns are known from their public form (DOMAIN, output
 * formats); how an authority words a cell is general knowledge, to be confirmed.
 */
final class Printed {
    private static final String NONE = "-0-";
    private static final int NAMES = 6;

    private final ProposalText text;
    private final SubjectText subject;
    private final String number;
    private final DateTimeFormatter form;
    private final String date;

    /** @param form in which the programme prints dates */
    Printed(ProposalText text, String number, LocalDate listed, DateTimeFormatter form) {
        this.text = text;
        this.subject = text.subject();
        this.number = number;
        this.form = form;
        this.date = listed.format(form);
    }

    /** Regulation (EU) No 269/2014, Annex I: a row of Annex IV's form with the reasons before the date. */
    TabledRow annexI(OjAnnexIvRow identified, Programme programme) {
        return TabledRow.build()
                .column("Number", number)
                .column("Name", identified.name())
                .column(
                        "Identifying information",
                        identified.identifyingInformation().stream()
                                .map(OjAnnexIvRow.Line::printed)
                                .toList())
                .column("Reasons", reasons(programme))
                .column("Date of listing", date)
                .row();
    }

    /** Regulation (EU) No 833/2014, Annex XLV: its part, the name, since when it applies. */
    TabledRow annexXlv() {
        return TabledRow.build()
                .column("Part", term("part"))
                .column("Number", number)
                .column("Name", subject.primaryName())
                .column("Local name", names(name -> name.kind() == Name.Kind.LOCAL))
                .column("A.k.a.", aliases(Printed::always))
                .column("BIC", identifiers(identifier -> identifier.type() == IdentifierType.SWIFT))
                .column("Date of application", day("applicableFrom").orElse(date))
                .row();
    }

    /** The specially designated nationals list in its classic form; what is unknown is {@code -0-}. */
    TabledRow sdn() {
        boolean vessel = subject.type() == SubjectType.VESSEL;
        return TabledRow.build()
                .column("ent_num", number)
                .column("SDN_Name", subject.primaryName().toUpperCase(Locale.ROOT))
                .column("SDN_Type", sdnType())
                .column("Program", term("tag"))
                .column(
                        "Title",
                        subject.person() == null
                                ? NONE
                                : orNone(subject.person().position()))
                .column(
                        "Call_Sign",
                        vessel && subject.vessel() != null
                                ? orNone(subject.vessel().callSign())
                                : NONE)
                .column(
                        "Vess_flag",
                        vessel && subject.vessel() != null
                                ? orNone(subject.vessel().flag())
                                : NONE)
                .column("Remarks", String.join("; ", remarks()) + ".")
                .column("a.k.a.", aliases(name -> Script.writes("Latn", name.full())))
                .column("Address", addresses())
                .row();
    }

    private String sdnType() {
        return switch (subject.type()) {
            case PERSON -> "individual";
            case VESSEL -> "vessel";
            case AIRCRAFT -> "aircraft";
            default -> NONE;
        };
    }

    private List<String> remarks() {
        Stream<String> websites = contacts(Contact.Kind.WEBSITE).stream().map(site -> "Website " + site);
        PartialDate founded =
                subject.company() == null ? null : subject.company().incorporated();
        Stream<String> established =
                founded == null ? Stream.empty() : Stream.of("Organization Established Date " + founded.value());
        Stream<String> numbers = subject.identifiers().stream().map(Printed::american);
        Stream<String> secondary =
                Stream.ofNullable(term("secondarySanctions")).map("Secondary sanctions risk: "::concat);
        return Stream.of(websites, established, numbers, secondary)
                .flatMap(part -> part)
                .map(part -> part.endsWith(".") ? part.substring(0, part.length() - 1) : part)
                .toList();
    }

    private static String american(Identifier identifier) {
        String what = identifier.label() == null ? String.valueOf(identifier.type()) : identifier.label();
        return what + " " + identifier.value()
                + (identifier.country() == null ? "" : " (" + identifier.country() + ")");
    }

    /** The list of foreign financial institutions (CAPTA). */
    TabledRow capta() {
        return TabledRow.build()
                .column("Entity number", number)
                .column("Name", subject.primaryName().toUpperCase(Locale.ROOT))
                .column("a.k.a.", aliases(name -> Script.writes("Latn", name.full())))
                .column("Address", addresses())
                .column(
                        "Identifiers",
                        subject.identifiers().stream().map(Printed::american).toList())
                .column("Program", term("tag"))
                .column("Restriction", term("restriction"))
                .column("Conditions", term("conditions"))
                .column("Accounts to be closed by", day("closeBy").orElse(null))
                .column("Effective", date)
                .row();
    }

    /** The UK Sanctions List: whoever is no person has the whole name in the sixth name. */
    TabledRow ukList(Programme programme) {
        Name local = subject.nativeName().orElse(null);
        return TabledRow.build()
                .column("Unique ID", number)
                .column("Name " + NAMES, subject.primaryName())
                .column("Non-Latin name", local == null ? null : local.full())
                .column("Non-Latin language", local == null ? null : local.language())
                .column("Alias", aliases(name -> local == null || !local.full().equals(name.full())))
                .column("Address", addresses())
                .column(
                        "Registration number",
                        subject.identifiers().stream().map(Identifier::printed).toList())
                .column("Regime", "The Russia (Sanctions) (EU Exit) Regulations 2019")
                .column("Sanctions imposed", term("sanctionsImposed"))
                .column("UK Statement of Reasons", reasons(programme))
                .column("Date designated", date)
                .row();
    }

    /** A row with what every list has. */
    TabledRow plain(Programme programme) {
        return TabledRow.build()
                .column(programme.output().numberLabel(), number)
                .column("Name", subject.primaryName())
                .column("Local name", names(name -> name.kind() == Name.Kind.LOCAL))
                .column("A.k.a.", aliases(Printed::always))
                .column("Address", addresses())
                .column(
                        "Identifiers",
                        subject.identifiers().stream()
                                .map(Identifier::printed)
                                .distinct()
                                .toList())
                .column(
                        "Terms",
                        text.terms().entrySet().stream()
                                .map(term -> term.getValue())
                                .toList())
                .column("Reasons", programme.reasonsPrinted() ? reasons(programme) : null)
                .column("Date", date)
                .row();
    }

    /** Facts first, as written; then each conclusion, its criterion named behind it. */
    private String reasons(Programme programme) {
        Stream<String> facts = paragraphs(Paragraph.Type.FACT).map(Paragraph::text);
        Stream<String> conclusions = paragraphs(Paragraph.Type.CONCLUSION)
                .map(paragraph -> paragraph.text()
                        + programme
                                .criterion(paragraph.criterion())
                                .map(criterion -> " (" + criterion.reference() + ")")
                                .orElse(""));
        return Stream.concat(facts, conclusions).collect(Collectors.joining(" "));
    }

    private Stream<Paragraph> paragraphs(Paragraph.Type type) {
        return text.reasons().stream().filter(paragraph -> paragraph.type() == type);
    }

    private static boolean always(Name name) {
        return true;
    }

    private List<String> names(Predicate<Name> wanted) {
        return subject.names().stream().filter(wanted).map(Name::full).toList();
    }

    private List<String> aliases(Predicate<Name> wanted) {
        return names(name -> name.kind() != Name.Kind.PRIMARY && name.kind() != Name.Kind.LOCAL && wanted.test(name));
    }

    private List<String> identifiers(Predicate<Identifier> wanted) {
        return subject.identifiers().stream()
                .filter(wanted)
                .map(Identifier::value)
                .toList();
    }

    private List<String> addresses() {
        return subject.addresses().stream().map(Address::asPrinted).toList();
    }

    private List<String> contacts(Contact.Kind kind) {
        return subject.contacts().stream()
                .filter(contact -> contact.kind() == kind)
                .map(Contact::value)
                .toList();
    }

    private String term(String code) {
        return text.terms().get(code);
    }

    /** A term that is a date, as the programme prints dates. */
    private Optional<String> day(String code) {
        return Optional.ofNullable(term(code)).map(LocalDate::parse).map(form::format);
    }

    private static String orNone(String value) {
        return value == null ? NONE : value;
    }
}
