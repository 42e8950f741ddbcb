package lockstep.web.services;

/** A key that wraps the keys of exhibits; {@code wraps}: how many of this agency's, {@code others}: and other agencies' too. */
public record StorageKey(long id, boolean current, String standing, long wraps, boolean others, boolean removable) {

    /** Without grouping, as the keyset has it. */
    public String number() {
        return String.valueOf(id);
    }
}
