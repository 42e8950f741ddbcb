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
    INFORMANT
}
