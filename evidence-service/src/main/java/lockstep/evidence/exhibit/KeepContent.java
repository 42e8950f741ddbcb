package lockstep.evidence.exhibit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.scan.Scans;
import lockstep.evidence.storage.Blob;
import lockstep.evidence.storage.Blobs;
import lockstep.evidence.storage.SealedBytes;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;

/** Gives a version the content that has been sealed for it, once. */
@ApplicationScoped
public class KeepContent {
    private final Exhibits exhibits;
    private final Blobs blobs;
    private final Scans scans;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    public KeepContent(
            Exhibits exhibits, Blobs blobs, Scans scans, Journal journal, Attempt attempt, InstantSource clock) {
        this.exhibits = exhibits;
        this.blobs = blobs;
        this.scans = scans;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** The version that content may be put to, looked at before the content has come. */
    @Transactional
    public ExhibitVersion target(UUID exhibitId, int n, Actor by) {
        return open(
                exhibits.visibleTo(by, exhibitId)
                        .flatMap(seen -> seen.version(n))
                        .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND)),
                by);
    }

    /** A version with its content; {@code now} false if it held the very same bytes before. */
    public record Kept(ExhibitVersion version, boolean now) {}

    /** Keeps what was sealed; under the same owner the same bytes are there once, and then the new ones are dropped. */
    @Transactional
    public Kept keep(UUID exhibitId, int n, SealedBytes sealed, String detected, Actor by) {
        return keep(locked(exhibitId, n, by), sealed, detected, by);
    }

    /** The same for a version that this very transaction has described: nobody else can have it in hand. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Kept keepFirst(ExhibitVersion described, SealedBytes sealed, String detected, Actor by) {
        return keep(open(described, by), sealed, detected, by);
    }

    private Kept keep(ExhibitVersion version, SealedBytes sealed, String detected, Actor by) {
        refuseUnfit(version, sealed.sha256(), sealed.size());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Blob blob = blobs.once(sealed, version.originator(), now)
                .orElseThrow(() -> new ExhibitRefused(Reason.CONTENT_SPILLED));
        Content content = new Content(blob.id(), blob.sha256(), blob.size(), detected, now);
        boolean first = version.exhibit().hold(version, content, by);
        if (first) {
            journal.append(ExhibitEvents.held(version));
            if (!blob.id().equals(sealed.blob())) {
                scans.again(version.id(), blob.id(), now);
            }
        }
        return new Kept(version, first);
    }

    /** Refuses other bytes than the version holds already. */
    @Transactional
    public ExhibitVersion confirm(UUID exhibitId, int n, String sha256, Actor by) {
        ExhibitVersion version = locked(exhibitId, n, by);
        if (!sha256.equals(version.sha256())) {
            throw new ExhibitRefused(Reason.CONTENT_SEALED);
        }
        return version;
    }

    private ExhibitVersion locked(UUID exhibitId, int n, Actor by) {
        return open(
                exhibits.lockedFor(by, exhibitId)
                        .flatMap(seen -> seen.version(n))
                        .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND)),
                by);
    }

    private ExhibitVersion open(ExhibitVersion version, Actor by) {
        ExhibitEvents.attempted(attempt, "exhibit.held", version);
        version.exhibit().mayTakeContent(by);
        return version;
    }

    private static void refuseUnfit(ExhibitVersion version, String sha256, long size) {
        if (version.held() && !version.sha256().equals(sha256)) {
            throw new ExhibitRefused(Reason.CONTENT_SEALED);
        }
        if (size == 0) {
            throw new ExhibitRefused(Reason.EMPTY_CONTENT);
        }
        if (version.declaredSha256() != null && !version.declaredSha256().equals(sha256)) {
            throw new ExhibitRefused(Reason.DIGEST_MISMATCH);
        }
    }
}
