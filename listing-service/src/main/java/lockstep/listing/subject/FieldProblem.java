package lockstep.listing.subject;

import java.util.Objects;

/**
 * One thing wrong with or missing from a text, at one place of it.
 *
 * @param pointer RFC 6901 JSON pointer into the text, e.g. {@code /names/0/script}
 * @param reason why, for a client to translate; never prose
 */
public record FieldProblem(String pointer, Reason reason) {

    public FieldProblem {
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(reason);
    }

    /** This problem seen from the text that holds this one under {@code prefix}. */
    public FieldProblem under(String prefix) {
        return new FieldProblem(prefix + pointer, reason);
    }

    public enum Reason {
        MISSING,
        TOO_LONG,
        TOO_MANY,
        FORBIDDEN_CHARACTER,
        UNKNOWN_COUNTRY,
        UNKNOWN_SCRIPT,
        TEXT_NOT_IN_SCRIPT,
        MALFORMED_LANGUAGE,
        MALFORMED_DATE,
        MORE_THAN_ONE_PRIMARY_NAME,
        MIXED_SCRIPTS_IN_ONE_WORD,
        INVISIBLE_CHARACTERS,
        WRONG_FORM,
        WRONG_CHECK_DIGIT,
        NOT_ISSUED_BY_THAT_COUNTRY,
        INVALID_REASON_NOT_NEEDED,
        PRINTED_PHRASE_LACKS_VALUE,
        EXPIRES_BEFORE_ISSUED,
        ENDS_BEFORE_IT_BEGINS,
        DOES_NOT_FIT_TYPE,
        PRIMARY_NAME_MISSING,
        NATIVE_SCRIPT_NAME_MISSING,
        IDENTIFIER_OR_ADDRESS_MISSING,
        UNKNOWN_TERM,
        NOT_AMONG_CHOICES
    }
}
