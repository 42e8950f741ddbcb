package lockstep.listing.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One action that a reader might think of: possible now, or why not. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Allowed(String action, boolean allowed, String reason, String detail) {

    public static Allowed yes(String action) {
        return new Allowed(action, true, null, null);
    }

    /** {@code whyNot} null: yes. */
    public static Allowed unless(String action, Enum<?> whyNot, String detail) {
        return whyNot == null ? yes(action) : new Allowed(action, false, WhyNot.word(whyNot), detail);
    }
}
