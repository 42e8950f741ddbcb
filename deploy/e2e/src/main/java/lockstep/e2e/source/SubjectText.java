package lockstep.e2e.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A target as the public interface takes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubjectText(
        String type,
        String country,
        List<Name> names,
        List<Identifier> identifiers,
        List<Address> addresses,
        List<Contact> contacts,
        String noNativeNameReason) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Name(String full, String kind, String language) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Identifier(
            String type,
            String value,
            String issuingCountry,
            String label,
            String asPrinted,
            String note,
            String asPrintedInvalidReason) {

        Identifier keptBecause(String reason) {
            return new Identifier(type, value, issuingCountry, label, asPrinted, note, reason);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Address(String asPrinted, String country) {}

    public record Contact(String kind, String value) {}

    /** The same target, with why no name in its country's own script is known. */
    public SubjectText withoutNativeName(String reason) {
        return new SubjectText(type, country, names, identifiers, addresses, contacts, reason);
    }

    /** The same target, its {@code n}th number kept as printed although its check fails. */
    public SubjectText keeping(int n, String reason) {
        List<Identifier> kept = new java.util.ArrayList<>(identifiers);
        kept.set(n, kept.get(n).keptBecause(reason));
        return new SubjectText(type, country, names, kept, addresses, contacts, noNativeNameReason);
    }
}
