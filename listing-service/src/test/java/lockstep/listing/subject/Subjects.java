package lockstep.listing.subject;

import java.util.List;

/** Invented targets for tests. */
public final class Subjects {
    private Subjects() {}

    /** A Russian company with names in two scripts, a tax number with a right check digit and two addresses. */
    public static SubjectText orlan() {
        return new SubjectText(
                SubjectType.COMPANY,
                "RU",
                List.of(
                        Name.of(Name.Kind.PRIMARY, "Orlan Priborservis LLC"),
                        Name.of(Name.Kind.LOCAL, "ООО «Орлан Приборсервис» (бывшее «Орлан-3»)"),
                        Name.of(Name.Kind.AKA, "Orlan Instrument Service; Ltd."),
                        Name.of(Name.Kind.AKA, "Orlan PS")),
                List.of(Identifier.of(IdentifierType.INN, "9901000010", "RU", "Tax ID/INN")),
                List.of(
                        Address.of("999999, Nowhere, Invented Str., 1, Russian Federation", "RU"),
                        Address.of("999998, Elsewhere, Example Lane, 2, Russian Federation", "RU")),
                List.of(
                        new Contact(Contact.Kind.PHONE, "+ 7 (000) 000-00-00, 000-00-01"),
                        new Contact(Contact.Kind.WEBSITE, "orlan.example")),
                null,
                null,
                null,
                null);
    }

    public static SubjectText of(
            SubjectType type, String country, List<Name> names, List<Identifier> identifiers, List<Address> addresses) {
        return new SubjectText(type, country, names, identifiers, addresses, null, null, null, null, null);
    }

    static SubjectText reasoned(SubjectText text, String noNativeNameReason) {
        return new SubjectText(
                text.type(),
                text.country(),
                text.names(),
                text.identifiers(),
                text.addresses(),
                text.contacts(),
                noNativeNameReason,
                null,
                null,
                null);
    }

    /** The same text with these identifiers and no others. */
    public static SubjectText with(SubjectText text, Identifier... identifiers) {
        return new SubjectText(
                text.type(),
                text.country(),
                text.names(),
                List.of(identifiers),
                text.addresses(),
                text.contacts(),
                text.noNativeNameReason(),
                text.company(),
                text.person(),
                text.vessel());
    }
}
