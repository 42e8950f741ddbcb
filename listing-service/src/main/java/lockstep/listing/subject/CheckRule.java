package lockstep.listing.subject;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A rule that a normalised identifier value must meet. */
@FunctionalInterface
interface CheckRule {

    CheckRule NONE = value -> CheckResult.NO_RULE;
    CheckRule NOT_ISSUED = value -> CheckResult.NOT_ISSUED;

    CheckResult check(String normalised);

    /** Only the form is known. */
    static CheckRule form(String regex) {
        Pattern form = Pattern.compile(regex);
        return value -> form.matcher(value).matches() ? CheckResult.FORM_ONLY : CheckResult.WRONG_FORM;
    }

    /** A form, and a check digit over it. */
    static CheckRule digits(String regex, Predicate<String> check) {
        Pattern form = Pattern.compile(regex);
        return value ->
                form.matcher(value).matches() ? CheckResult.checkDigit(check.test(value)) : CheckResult.WRONG_FORM;
    }

    /** The first rule whose form the value has decides. */
    static CheckRule either(CheckRule first, CheckRule second) {
        return value -> {
            CheckResult result = first.check(value);
            return result.equals(CheckResult.WRONG_FORM) ? second.check(value) : result;
        };
    }
}
