package lockstep.evidence.exhibit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.scan.Found;
import lockstep.evidence.storage.Damage;
import lockstep.evidence.transfer.Transfer;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.JournalEntry;
import lockstep.kit.journal.Protection;

/** The events of exhibits as the journal keeps them: ids, digests and reasons, never content or titles. */
public final class ExhibitEvents {
    public static final String TRANSFERRED = "exhibit.transferred";

    public static final String REDACTED = "exhibit.redacted";

    private static final String EXHIBIT = "exhibit";

    private ExhibitEvents() {}

    /** An exhibit or a correction was described. */
    public record Described(
            UUID exhibitId, int version, String sourceType, String relianceUse, String mediaType, String reason) {}

    /** A record of content that is held elsewhere, above the ceiling. */
    public record Pointed(UUID exhibitId, int version, String sourceType, String level) {}

    /** A version has its content. */
    public record Held(UUID exhibitId, int version, String sha256, long size, String mediaType, String detected) {}

    /** A version is the one before with something else said of it. */
    public record DescribedAnew(UUID exhibitId, int version, String sha256, String reason) {}

    /** A version got a lower marking. */
    public record Remarked(UUID exhibitId, int version, Marking before, Marking after) {}

    /** An exhibit was withdrawn with all its versions. */
    public record Withdrawn(UUID exhibitId, List<Integer> versions, String reason) {}

    /** Somebody opened the content of a version: on a page or as a file, as it is or as a copy that names the reader. */
    public record Opened(
            UUID exhibitId, int version, String sha256, boolean inline, String purpose, UUID copy, String copySha256) {}

    /** A version's content went from hand to hand outside of Lockstep; {@code transfer} null: it took no personal data across. */
    public record Transferred(
            UUID exhibitId,
            int version,
            String sha256,
            String medium,
            String receiver,
            String purpose,
            Instant handedOverAt,
            String country,
            Transfer transfer) {}

    /** A scanner looked at the content of a version, or could not. */
    public record Scanned(
            UUID exhibitId,
            int version,
            String sha256,
            String outcome,
            String reason,
            String signature,
            String engine) {}

    /** Two persons let content be opened unscanned. */
    public record ScanOverridden(UUID exhibitId, int version, String sha256, String reason) {}

    public static JournalEntry scanned(ExhibitVersion version, Found found) {
        Scanned payload = new Scanned(
                version.exhibit().id(),
                version.n(),
                version.sha256(),
                found.state().name(),
                found.reason(),
                found.signature(),
                found.engine());
        return entry("exhibit.scanned", version, payload, protection(version));
    }

    public static JournalEntry scanOverridden(String type, ExhibitVersion version, String reason) {
        ScanOverridden payload = new ScanOverridden(version.exhibit().id(), version.n(), version.sha256(), reason);
        return entry(type, version, payload, protection(version));
    }

    /** The stored content of a version is not what was sealed; {@code damage} null: it is again. */
    public record Verified(UUID exhibitId, int version, String sha256, Damage damage) {}

    public static JournalEntry damaged(ExhibitVersion version, Damage damage) {
        return verified("exhibit.damaged", version, damage);
    }

    public static JournalEntry wholeAgain(ExhibitVersion version) {
        return verified("exhibit.whole-again", version, null);
    }

    private static JournalEntry verified(String type, ExhibitVersion version, Damage damage) {
        Verified payload = new Verified(version.exhibit().id(), version.n(), version.sha256(), damage);
        return entry(type, version, payload, protection(version));
    }

    /** A container was to be opened into its parts. */
    public record PartsAsked(UUID exhibitId, int version, String sha256, UUID batchId) {}

    /** A container was gone through, or could not be; {@code reason} null: to its end. */
    public record PartsEnded(UUID exhibitId, int version, String sha256, UUID batchId, String reason) {}

    public static JournalEntry partsAsked(ExhibitVersion version, UUID batch) {
        PartsAsked payload = new PartsAsked(version.exhibit().id(), version.n(), version.sha256(), batch);
        return entry("exhibit.parts-asked", version, payload, protection(version));
    }

    public static JournalEntry partsEnded(ExhibitVersion version, UUID batch, String reason) {
        PartsEnded payload = new PartsEnded(version.exhibit().id(), version.n(), version.sha256(), batch, reason);
        return entry("exhibit.parts-ended", version, payload, protection(version));
    }

    /** Something else about an exhibit, under the protection of one of its versions. */
    public static JournalEntry about(String type, InHand its, Object payload) {
        Protection protection = its.protection(Audience.CASE, null);
        return new JournalEntry(type, 1, EXHIBIT, its.exhibit().id(), its.n(), null, null, protection, payload);
    }

    static JournalEntry described(ExhibitVersion version) {
        Description said = version.description();
        String type = version.n() == 1 ? "exhibit.registered" : "exhibit.version-added";
        Described payload = new Described(
                version.exhibit().id(),
                version.n(),
                version.exhibit().sourceProtected() ? null : said.sourceType().told(),
                said.relianceUse().name(),
                said.mediaType(),
                version.reason());
        return entry(type, version, payload, protection(version));
    }

    static JournalEntry pointed(ExhibitVersion version, String level) {
        Pointed payload = new Pointed(
                version.exhibit().id(),
                version.n(),
                version.description().sourceType().told(),
                level);
        return entry("exhibit.pointer-registered", version, payload, protection(version));
    }

    static JournalEntry held(ExhibitVersion version) {
        Held payload = new Held(
                version.exhibit().id(),
                version.n(),
                version.sha256(),
                version.size(),
                version.mediaType(),
                version.detectedMediaType());
        return entry("exhibit.held", version, payload, protection(version));
    }

    static JournalEntry describedAnew(ExhibitVersion version) {
        DescribedAnew payload =
                new DescribedAnew(version.exhibit().id(), version.n(), version.sha256(), version.reason());
        return entry("exhibit.described-anew", version, payload, protection(version));
    }

    static JournalEntry withdrawn(ExhibitVersion latest, String reason) {
        Exhibit exhibit = latest.exhibit();
        List<Integer> versions =
                IntStream.rangeClosed(1, exhibit.latest()).boxed().toList();
        return entry("exhibit.withdrawn", latest, new Withdrawn(exhibit.id(), versions, reason), protection(latest));
    }

    /** Under the marking that it had: whoever learns of the change could read it before. */
    static JournalEntry remarked(ExhibitVersion version, Marking before) {
        Remarked payload = new Remarked(version.exhibit().id(), version.n(), before, version.marking());
        Protection earlier = new Protection(version.caseId(), null, version.originator(), before, Audience.CASE, null);
        return entry("exhibit.remarked", version, payload, earlier);
    }

    /** Who read what is for the originator and the auditors, not for the other participants. */
    public static JournalEntry opened(
            ExhibitVersion version, boolean inline, String purpose, UUID copy, String copySha256) {
        VersionRef ref = version.ref();
        return entry(
                "exhibit.opened",
                version,
                new Opened(ref.exhibitId(), ref.version(), version.sha256(), inline, purpose, copy, copySha256),
                originatorsOwn(version));
    }

    /** To whom the content was handed is the originator's business as its readers are. */
    public static JournalEntry transferred(ExhibitVersion version, Transferred what) {
        return entry(TRANSFERRED, version, what, originatorsOwn(version));
    }

    /** A copy was brought that stands for a version. */
    public record Redacted(UUID exhibitId, int version, String sha256, UUID redactedCopy, String reason) {}

    /** A redacted copy was looked through; {@code left}: how many passages are still in it. */
    public record RedactionChecked(UUID exhibitId, int version, String sha256, String outcome, int left) {}

    /** Under the protection of what was redacted, for its originator: whoever sees the copy alone learns nothing of it. */
    public static JournalEntry redacted(ExhibitVersion of, UUID copy, String reason) {
        VersionRef ref = of.ref();
        return entry(
                REDACTED,
                of,
                new Redacted(ref.exhibitId(), ref.version(), of.sha256(), copy, reason),
                originatorsOwn(of));
    }

    public static JournalEntry redactionChecked(ExhibitVersion copy, String outcome, int left) {
        VersionRef ref = copy.ref();
        return entry(
                "exhibit.redaction-checked",
                copy,
                new RedactionChecked(ref.exhibitId(), ref.version(), copy.sha256(), outcome, left),
                originatorsOwn(copy));
    }

    /** For what is the originator's business about a version. */
    public static Protection originatorsOwn(ExhibitVersion version) {
        return new Protection(
                version.caseId(), null, version.originator(), version.marking(), Audience.AGENCY, version.originator());
    }

    /** Says what is being tried on a version, so that a refusal is journalled under that version's protection. */
    public static void attempted(Attempt attempt, String type, ExhibitVersion version) {
        attempted(attempt, type, version, protection(version));
    }

    /** The same for what is the originator's business: that it was tried tells as much as that it was done. */
    public static void attemptedOfOriginator(Attempt attempt, String type, ExhibitVersion version) {
        attempted(attempt, type, version, originatorsOwn(version));
    }

    public static void attemptedOfOriginator(Attempt attempt, String type, InHand its) {
        Protection own = its.protection(Audience.AGENCY, its.exhibit().originator());
        attempt.on(type, EXHIBIT, its.exhibit().id(), its.n(), null, own);
    }

    /** The same for readers of its own. */
    public static void attempted(Attempt attempt, String type, ExhibitVersion version, Protection protection) {
        attempt.on(type, EXHIBIT, version.exhibit().id(), version.n(), null, protection);
    }

    /** What rows about a version are protected by: the version's own marking, for all who take part. */
    private static Protection protection(ExhibitVersion version) {
        return new Protection(version.caseId(), null, version.originator(), version.marking(), Audience.CASE, null);
    }

    private static JournalEntry entry(String type, ExhibitVersion version, Object payload, Protection protection) {
        return new JournalEntry(type, 1, EXHIBIT, version.exhibit().id(), version.n(), null, null, protection, payload);
    }
}
