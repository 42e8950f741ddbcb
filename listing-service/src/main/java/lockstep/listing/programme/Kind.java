package lockstep.listing.programme;

import java.util.List;
import java.util.stream.Stream;

/** What a proposal asks for; the same machine decides all kinds, by other stages and rules. */
public enum Kind {
    ADD,
    AMEND,
    RENEW,
    REMOVE,
    /** Makes an urgent listing last (UK). */
    CONFIRM;

    /** True if the authority prints a row: a removal takes one away, a confirmation leaves it as it is. */
    public boolean prints() {
        return this != REMOVE && this != CONFIRM;
    }

    /** The names of those, for queries. */
    public static List<String> printing() {
        return Stream.of(values()).filter(Kind::prints).map(Kind::name).toList();
    }
}
