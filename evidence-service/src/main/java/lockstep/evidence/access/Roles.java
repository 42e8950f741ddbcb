package lockstep.evidence.access;

/** Names of the roles whose holders may meet case content, for annotations; an administrator's is not among them. */
public final class Roles {
    public static final String ANALYST = "analyst";
    public static final String SUBMITTER = "submitter";
    public static final String REVIEWER = "reviewer";
    public static final String LEGAL = "legal";
    public static final String VOTER = "voter";
    public static final String CHAIR = "chair";
    public static final String RELEASE_OFFICER = "release-officer";
    public static final String SECRETARIAT = "secretariat";
    public static final String PUBLISHER = "publisher";
    public static final String REGISTRAR = "registrar";
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
