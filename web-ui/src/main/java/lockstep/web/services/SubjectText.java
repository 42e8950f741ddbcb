package lockstep.web.services;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A subject as it is described: the parts of the services' text that the pages show. */
public record SubjectText(
        String type,
        String country,
        List<Name> names,
        List<Identifier> identifiers,
        List<Address> addresses,
        List<Contact> contacts,
        String noNativeNameReason,
        Map<String, Object> company,
        Map<String, Object> person,
        Map<String, Object> vessel) {

    /** One name as a source prints it. */
    public record Name(String full, String kind, String language, String script) {

        boolean latin() {
            return script == null || "Latn".equals(script);
        }
    }

    /** One number as a source prints it. */
    public record Identifier(
            String type, String value, String issuingCountry, String label, String asPrintedInvalidReason) {}

    /** One address as a source prints it. */
    public record Address(String asPrinted, String country, String role) {}

    /** A telephone or fax number, an e-mail address or a website. */
    public record Contact(String kind, String value) {}

    /** One thing that only an entity, a person or a ship has; {@code name} as in the services' JSON. */
    public record Detail(String name, String value) {}

    public List<Detail> details() {
        return Stream.of(company, person, vessel)
                .filter(Objects::nonNull)
                .flatMap(part -> part.entrySet().stream())
                .filter(detail -> !Boolean.FALSE.equals(detail.getValue()))
                .map(detail -> new Detail(detail.getKey(), inWords(detail.getValue())))
                .toList();
    }

    private static String inWords(Object value) {
        return switch (value) {
            case List<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Boolean yes -> "✓";
            default -> String.valueOf(value);
        };
    }

    /** The primary name, or the first one. */
    public String name() {
        return names.stream()
                .filter(name -> "PRIMARY".equals(name.kind()))
                .map(Name::full)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() ->
                        names.stream().map(Name::full).filter(Objects::nonNull).findFirst())
                .orElse("?");
    }

    /** The first name in another script than Latin, or one called local. */
    public Optional<Name> nativeName() {
        return names.stream().filter(name -> !name.latin()).findFirst().or(() -> names.stream()
                .filter(name -> "LOCAL".equals(name.kind()))
                .findFirst());
    }

    /** As {@link #nativeName()}, or null. */
    public Name getNative() {
        return nativeName().orElse(null);
    }

    public SubjectBrief brief() {
        Optional<Name> own = nativeName();
        return new SubjectBrief(
                name(),
                own.map(Name::full).orElse(null),
                own.map(Name::language).orElse(null),
                country);
    }
}
