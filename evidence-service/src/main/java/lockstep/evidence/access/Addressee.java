package lockstep.evidence.access;

import lockstep.auth.Agency;

/** Whom a release reaches, expanded when it is asked about: successors in a seat inherit it, and one revocation ends it for all. */
public record Addressee(Kind kind, String name) {
    private static final String ELECTORATE = "electorate:";

    /** What {@code name} is: an agency's code, a group's name, or a programme's code. */
    public enum Kind {
        AGENCY,
        GROUP,
        /** The seats and offices of the programme that are party to one of its proposals in the case. */
        ELECTORATE
    }

    /** As grants keep it. */
    public String key() {
        return kind == Kind.ELECTORATE ? electorate(name) : name;
    }

    static String electorate(String programme) {
        return ELECTORATE + programme;
    }

    /** True if the release reaches that agency by its code or one of its groups; an electorate is the case's to know. */
    public boolean names(Agency agency) {
        return switch (kind) {
            case AGENCY -> agency.code().equals(name);
            case GROUP -> agency.groups().contains(name);
            case ELECTORATE -> false;
        };
    }
}
