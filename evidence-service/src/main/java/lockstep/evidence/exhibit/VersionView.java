package lockstep.evidence.exhibit;

import java.time.Instant;
import java.util.List;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.evidence.integrity.Integrity;
import lockstep.evidence.scan.Scan;
import lockstep.evidence.transfer.PersonalData;

/**
 * One version of an exhibit as its reader sees it.
 *
 * @param sourceProtected nobody but the originator's people is told its type and addresses
 * @param viewer null: it can't be shown on pages
 */
public record VersionView(
        int version,
        VersionState state,
        String title,
        boolean sourceProtected,
        SourceType sourceType,
        String sourceUrl,
        String archivedUrl,
        Instant collectedAt,
        List<String> languages,
        Reliability reliability,
        int credibility,
        RelianceUse relianceUse,
        PersonalData personalData,
        String mediaType,
        String sha256,
        Long size,
        Instant heldAt,
        String declaredSha256,
        Marking marking,
        String reason,
        Instant createdAt,
        Person by,
        List<Warning> warnings,
        Scan scan,
        Integrity integrity,
        Viewer viewer) {

    /** Who described the version. */
    public record Person(String sub, String account, String agency) {}

    /** Something that does not stop a version, but that its reader should know. */
    public record Warning(String reason, String detail) {}

    /** {@code scan} and {@code integrity} null: there is no content yet. Of what is frozen nobody sees what the scanner found. */
    public static VersionView of(ExhibitVersion version, Scan scan, Integrity integrity, Actor reader) {
        Description said = version.description();
        Instant born = version.exhibit().createdAt();
        ToldSource source = ToldSource.of(version, reader.of(version.originator()));
        return new VersionView(
                version.n(),
                version.state(),
                said.title(),
                source.isProtected(),
                source.type(),
                source.url(),
                source.archivedUrl(),
                said.collectedAt(),
                said.languages(),
                said.reliability(),
                said.credibility(),
                said.relianceUse(),
                said.personalData(),
                said.mediaType(),
                version.sha256(),
                version.size(),
                version.heldAt(),
                said.declaredSha256(),
                said.marking(),
                version.reason(),
                version.createdAt(),
                new Person(version.createdBy(), version.createdAccount(), version.originator()),
                warnings(version),
                told(version, scan),
                integrity == null ? null : integrity.since(born),
                version.viewer().orElse(null));
    }

    /** What was found in the content, as its readers learn of it; null: nothing, or it is frozen. */
    static Scan told(ExhibitVersion version, Scan found) {
        boolean hidden = version.exhibit().frozen() || found == null;
        return hidden ? null : found.since(version.exhibit().createdAt());
    }

    private static List<Warning> warnings(ExhibitVersion version) {
        return version.mediaTypeContradicted()
                ? List.of(new Warning(
                        "media-type-mismatch",
                        "Declared as " + version.mediaType() + ", but it begins like " + version.detectedMediaType()
                                + "."))
                : List.of();
    }
}
