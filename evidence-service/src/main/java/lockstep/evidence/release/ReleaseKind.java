package lockstep.evidence.release;

import java.util.List;
import java.util.stream.Stream;

/** What a release allows. */
public enum ReleaseKind {
    /** The addressee may read the version. */
    SHARE,
    /** A programme may quote it where it prints reasons. */
    QUOTE,
    /** A programme may give it to the party that is listed. */
    DISCLOSE_TO_PARTY,
    /** A programme may print it; quoting and disclosing are less than that. */
    PUBLISH,
    /** The version gets a lower marking for good. */
    DOWNGRADE;

    /** True if a release of this kind allows that use too. */
    public boolean allows(ReleaseKind use) {
        return this == use || this == PUBLISH && (use == QUOTE || use == DISCLOSE_TO_PARTY);
    }

    /** The kinds of which a release allows that use. */
    public static List<String> allowing(ReleaseKind use) {
        return Stream.of(values())
                .filter(kind -> kind.allows(use))
                .map(Enum::name)
                .toList();
    }

    /** Uses are a programme's; only sharing reaches single agencies. */
    public boolean ofProgrammeAlone() {
        return this == QUOTE || this == DISCLOSE_TO_PARTY || this == PUBLISH;
    }
}
