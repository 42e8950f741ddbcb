package lockstep.evidence.exhibit;

/** Where an exhibit comes from. */
public enum SourceType {
    OSINT,
    CUSTOMS,
    CORPORATE_REGISTRY,
    FINANCIAL,
    LAW_ENFORCEMENT,
    INTELLIGENCE,
    BATTLEFIELD_COMPONENT,
    EUC,
    COURT,
    MEDIA,
    PARTNER,
    COMPANY_DISCLOSURE,
    INFORMANT;

    /** Protected from its birth, whether or not anything is sealed yet. */
    boolean alwaysProtected() {
        return this == INFORMANT;
    }

    /** As it stands in what others read too; null for one that is always protected. */
    public String told() {
        return alwaysProtected() ? null : name();
    }
}
