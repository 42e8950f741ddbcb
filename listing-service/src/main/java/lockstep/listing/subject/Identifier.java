package lockstep.listing.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.Locale;

/**
 * One number that tells a target from others, as a source prints it; {@link #normalised()} is computed, never stored.
 *
 * @param value the number alone, as printed
 * @param issuingCountry ISO 3166-1 alpha-2; may be left out where the type has only one
 * @param label what the source calls it, e.g. {@code Tax ID/INN}
 * @param asPrinted the source's whole phrase, where it isn't {@code value (label)}; numbers read from one phrase share it
 * @param asPrintedInvalidReason why a value that fails its check is kept: the decision prints it as the source does
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Identifier(
        IdentifierType type,
        String value,
        String issuingCountry,
        String issuer,
        PartialDate issued,
        PartialDate expires,
        String note,
        String label,
        String asPrinted,
        String asPrintedInvalidReason) {

    public Identifier {
        value = Text.orNull(value);
        issuingCountry = Text.orNull(issuingCountry);
        issuer = Text.orNull(issuer);
        note = Text.orNull(note);
        label = Text.orNull(label);
        asPrinted = Text.orNull(asPrinted);
        asPrintedInvalidReason = Text.orNull(asPrintedInvalidReason);
    }

    public static Identifier of(IdentifierType type, String value, String issuingCountry, String label) {
        return new Identifier(type, value, issuingCountry, null, null, null, null, label, null, null);
    }

    /** The same number, kept although its check fails. */
    public Identifier keptAsPrinted(String reason) {
        return new Identifier(type, value, issuingCountry, issuer, issued, expires, note, label, asPrinted, reason);
    }

    /** The same number, with the phrase that it was read from. */
    public Identifier printedAs(String phrase) {
        return new Identifier(
                type, value, issuingCountry, issuer, issued, expires, note, label, phrase, asPrintedInvalidReason);
    }

    /** The country whose rule checks the value, or null. */
    public String country() {
        return issuingCountry != null || type == null ? issuingCountry : type.onlyCountry();
    }

    /** The number by which two spellings of it are the same. */
    public String normalised() {
        if (type == IdentifierType.WALLET) {
            return value.strip();
        }
        String plain = Normalizer2.getNFKCInstance()
                .normalize(value)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}+*]", "");
        if (type == IdentifierType.HK_CR && plain.matches("[0-9]{1,6}")) {
            return "0".repeat(7 - plain.length()) + plain;
        }
        if (type == IdentifierType.IMO && plain.startsWith("IMO")) {
            return plain.substring(3);
        }
        boolean bareVat = type == IdentifierType.VAT
                && issuingCountry != null
                && VatForms.all().containsKey(issuingCountry)
                && !plain.startsWith(VatForms.prefix(issuingCountry));
        return bareVat ? VatForms.prefix(issuingCountry) + plain : plain;
    }

    /** What the rule of this type and country says about the value. */
    public CheckResult check() {
        return type == null || value == null
                ? CheckResult.NO_RULE
                : CheckRules.of(type, country()).check(normalised());
    }

    /** As the source prints it. */
    public String printed() {
        if (asPrinted != null) {
            return asPrinted;
        }
        return label == null ? value : value + " (" + label + ")";
    }

    List<FieldProblem> problems() {
        Text.Check check = new Text.Check()
                .when(type == null, "/type", FieldProblem.Reason.MISSING)
                .when(value == null, "/value", FieldProblem.Reason.MISSING)
                .telling("/value", value)
                .country("/issuingCountry", issuingCountry)
                .line("/issuer", issuer)
                .date("/issued", issued)
                .date("/expires", expires)
                .when(
                        issued != null && expires != null && expires.surelyBefore(issued),
                        "/expires",
                        FieldProblem.Reason.EXPIRES_BEFORE_ISSUED)
                .passage("/note", note)
                .line("/label", label)
                .telling("/asPrinted", asPrinted)
                .when(
                        asPrinted != null && value != null && !asPrinted.contains(value),
                        "/asPrinted",
                        FieldProblem.Reason.PRINTED_PHRASE_LACKS_VALUE)
                .passage("/asPrintedInvalidReason", asPrintedInvalidReason);
        if (type != null && value != null) {
            checked(check);
        }
        return check.found();
    }

    private void checked(Text.Check check) {
        boolean kept = asPrintedInvalidReason != null;
        switch (check()) {
            case CheckResult.Valid valid ->
                check.when(kept, "/asPrintedInvalidReason", FieldProblem.Reason.INVALID_REASON_NOT_NEEDED);
            case CheckResult.FormOnly noCheckDigit -> {}
            case CheckResult.NoRule anything -> {}
            case CheckResult.Invalid(CheckResult.Fault fault) ->
                check.when(
                        !kept,
                        fault == CheckResult.Fault.NOT_ISSUED_BY_THAT_COUNTRY ? "/issuingCountry" : "/value",
                        reason(fault));
        }
    }

    private static FieldProblem.Reason reason(CheckResult.Fault fault) {
        return switch (fault) {
            case WRONG_FORM -> FieldProblem.Reason.WRONG_FORM;
            case WRONG_CHECK_DIGIT -> FieldProblem.Reason.WRONG_CHECK_DIGIT;
            case NOT_ISSUED_BY_THAT_COUNTRY -> FieldProblem.Reason.NOT_ISSUED_BY_THAT_COUNTRY;
        };
    }
}
