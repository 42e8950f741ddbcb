package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.storage.Blob;
import lockstep.evidence.storage.SealedBytes;
import lockstep.evidence.watermark.Watermarks;
import lockstep.kit.db.Sql;

/** Copies that name who took them: each has an id of its own, by which its custody entry is found again. */
@ApplicationScoped
public class MarkedCopies {
    private final Watermarks watermarks;
    private final Sql sql;
    private final InstantSource clock;

    MarkedCopies(Watermarks watermarks, Sql sql, InstantSource clock) {
        this.watermarks = watermarks;
        this.sql = sql;
        this.clock = clock;
    }

    /** A copy for one reader, sealed and not kept. */
    public record Copy(UUID id, SealedBytes sealed) {}

    Copy make(ExhibitVersion version, Blob original, Actor by) {
        UUID id = UUID.randomUUID();
        try {
            return new Copy(id, watermarks.mark(original, seen(version, by, clock.instant()), id));
        } catch (NotReadable not) {
            throw new ExhibitRefused(reason(not.reason()), not);
        }
    }

    /** What a copy says to be seen. */
    public static Watermarks.Seen seen(ExhibitVersion version, Actor by, Instant at) {
        String across = by.agency().code() + " " + by.account();
        String line = by.agency().name() + " (" + by.agency().code() + "), " + by.account() + ", "
                + at.truncatedTo(ChronoUnit.SECONDS) + ", " + line(version.marking());
        return new Watermarks.Seen(line, across);
    }

    @Transactional
    void remember(UUID copy, UUID event) {
        sql.update("insert into marked_copy (copy, event_id) values (?, ?)", copy, event);
    }

    /** As it stands on paper: the level, how far it may go, and to whom. */
    public static String line(Marking marking) {
        String released = marking.relTo().isEmpty() ? "" : " · REL TO " + String.join(", ", marking.relTo());
        return marking.level().replace('_', ' ') + " · " + marking.tlp().label() + (marking.orcon() ? " · ORCON" : "")
                + released;
    }

    static Reason reason(NotReadable.Reason reason) {
        return switch (reason) {
            case DAMAGED -> Reason.PDF_DAMAGED;
            case ENCRYPTED -> Reason.PDF_ENCRYPTED;
            case TOO_HEAVY -> Reason.PDF_TOO_HEAVY;
            case BUSY -> Reason.PDFS_BUSY;
            case NO_SUCH_PAGE -> Reason.NOT_FOUND;
        };
    }
}
