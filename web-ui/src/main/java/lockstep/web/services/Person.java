package lockstep.web.services;

/** Somebody in a service's answer, or one of its own jobs; the account only where this reader sees the act. */
public record Person(String sub, String account, String agency) {
    private static final String SYSTEM = "system:";

    public boolean isSystem() {
        return sub != null && sub.startsWith(SYSTEM);
    }

    /** What a service does by itself, as its journal names it: {@code scan}. */
    public String job() {
        return sub.substring(SYSTEM.length());
    }

    @Override
    public String toString() {
        return account == null ? agency : account;
    }
}
