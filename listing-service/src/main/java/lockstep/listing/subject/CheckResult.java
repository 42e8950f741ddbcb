package lockstep.listing.subject;

/** What the check rule of an identifier says about one value. */
public sealed interface CheckResult {

    /** Form and check digit are right; that the number was ever issued isn't known by this. */
    record Valid() implements CheckResult {}

    /** The form is right, and the system of numbers has no check digit that is known. */
    record FormOnly() implements CheckResult {}

    /** No rule is known for this type and country. */
    record NoRule() implements CheckResult {}

    record Invalid(Fault fault) implements CheckResult {}

    enum Fault {
        WRONG_FORM,
        WRONG_CHECK_DIGIT,
        NOT_ISSUED_BY_THAT_COUNTRY
    }

    CheckResult VALID = new Valid();
    CheckResult FORM_ONLY = new FormOnly();
    CheckResult NO_RULE = new NoRule();
    CheckResult WRONG_FORM = new Invalid(Fault.WRONG_FORM);
    CheckResult WRONG_CHECK_DIGIT = new Invalid(Fault.WRONG_CHECK_DIGIT);
    CheckResult NOT_ISSUED = new Invalid(Fault.NOT_ISSUED_BY_THAT_COUNTRY);

    static CheckResult checkDigit(boolean right) {
        return right ? VALID : WRONG_CHECK_DIGIT;
    }
}
