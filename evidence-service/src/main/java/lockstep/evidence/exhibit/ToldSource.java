package lockstep.evidence.exhibit;

/** What is told of where a version comes from; of a protected source to others than its originator's people nothing but that. */
record ToldSource(boolean isProtected, SourceType type, String url, String archivedUrl) {

    static ToldSource of(ExhibitVersion version, boolean ours) {
        Description said = version.description();
        boolean isProtected =
                version.exhibit().sourceProtected() || said.sourceType().alwaysProtected();
        return isProtected && !ours
                ? new ToldSource(true, null, null, null)
                : new ToldSource(isProtected, said.sourceType(), said.sourceUrl(), said.archivedUrl());
    }
}
