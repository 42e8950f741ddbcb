package lockstep.web.services;

/** Somebody in a service's answer; the account only where this reader sees the act. */
public record Person(String sub, String account, String agency) {

    @Override
    public String toString() {
        return account == null ? agency : account;
    }
}
