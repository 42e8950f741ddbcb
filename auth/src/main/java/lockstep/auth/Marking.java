package lockstep.auth;

import java.util.List;

/**
 * What a text or file is marked with from its birth: who may hold it and how far it may go.
 *
 * @param level scheme and level, e.g. {@code EU:LIMITE}, {@code US:CUI}, {@code UK:OFFICIAL}
 * @param orcon originator's permission needed for each further agency
 * @param relTo agencies, countries and groups it is released to; empty: the originator alone
 * @param tlp Traffic Light Protocol 2.0; the stricter of both binds
 * @param named subjects ({@code sub}) of the persons who may read under TLP:RED; else empty
 */
public record Marking(String level, boolean orcon, List<String> relTo, Tlp tlp, List<String> named) {

    public Marking {
        relTo = List.copyOf(relTo);
        named = List.copyOf(named);
    }

    /** The default at birth: open to nobody but the originator. */
    public static Marking originatorOnly(String level) {
        return new Marking(level, false, List.of(), Tlp.AMBER, List.of());
    }

    public static Marking releasedTo(String level, List<String> relTo) {
        return new Marking(level, false, relTo, Tlp.AMBER, List.of());
    }
}
