package lockstep.evidence.custody;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Marking;

/**
 * Through whose hands an exhibit went, as one reader sees it: what is left out is said in kinds, never in numbers.
 *
 * @param markings of the versions and entries that stand in it, without the persons whom they name
 * @param leftOut what this reader's view can't hold, whether or not there is any
 * @param next where another report goes on, if there are more entries than stand in one
 */
public record CustodyReport(
        Subject exhibit,
        Reader reader,
        Instant madeAt,
        List<Marking> markings,
        List<Entry> entries,
        Chain chain,
        List<LeftOut> leftOut,
        UUID next) {

    /** The exhibit, with those versions that the reader may see. */
    public record Subject(UUID id, UUID caseId, String originator, List<Version> versions) {}

    /** One version: what a printed report is held against. */
    public record Version(
            int version, String title, String mediaType, String sha256, Long size, Instant heldAt, Marking marking) {}

    /** For whom the report was made, and by which right. */
    public record Reader(String account, String agency, ReaderStanding standing) {}

    /** By which right somebody reads a custody. */
    public enum ReaderStanding {
        ORIGINATOR,
        PARTICIPANT,
        AUDITOR
    }

    /** Kinds of entries, or parts of them, that a reader's view can't hold. */
    public enum LeftOut {
        /** Who looked at it or downloaded it, and what for. */
        READINGS,
        /** Into whose hands the originator gave it. */
        TRANSFERS,
        /** To whom it was released. */
        RELEASES,
        /** Whatever is about versions that their marking keeps from this reader. */
        OTHER_MARKINGS,
        /** The words of entries whose content the policy doesn't grant to this auditor. */
        WORDS
    }

    /**
     * One entry.
     *
     * @param salt with which the payload's digest was made; null where the payload is withheld
     * @param payloadDigest SHA-256 of the salt and the SHA-256 of the payload as canonical JSON (RFC 8785)
     * @param digest SHA-256 of this entry without its words
     * @param head of the chain with this entry
     */
    public record Entry(
            UUID eventId,
            String type,
            Instant at,
            HistoryItem.Person by,
            String agency,
            String outcome,
            int version,
            String sha256,
            JsonNode payload,
            boolean withheld,
            String salt,
            String payloadDigest,
            String digest,
            String head) {}

    /**
     * How the entries hang together.
     *
     * @param before the head before the first entry of this report
     * @param head after the last one
     */
    public record Chain(String kind, String before, String head) {}
}
