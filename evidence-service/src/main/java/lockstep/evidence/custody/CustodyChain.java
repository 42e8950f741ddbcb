package lockstep.evidence.custody;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import lockstep.kit.journal.Canonical;

/**
 * Hashes the entries of a custody one onto the other, so that a later report that begins with an earlier one's entries has
 * to begin with its hashes too. Each link is SHA-256 of the head before it and of the entry's digest.
 */
final class CustodyChain {
    static final String KIND = "lockstep-custody-v1";

    private byte[] head;

    CustodyChain(UUID exhibitId) {
        head = Canonical.sha256(Canonical.bytes(new Start(KIND, exhibitId)));
    }

    /** What stands before the first entry. */
    private record Start(String chain, UUID exhibitId) {}

    /** What of an entry is hashed; {@code payload} is the salted digest of what was said, also where that is withheld. */
    private record Hashed(
            UUID eventId,
            String type,
            Instant at,
            String by,
            String agency,
            String outcome,
            int version,
            String payload) {}

    /** An entry's own digest, that of its payload, and the head with it, as hex. */
    record Link(String payloadDigest, String digest, String head) {}

    Link add(CustodyRow row) {
        HistoryItem item = row.item();
        String payload = hex(Canonical.sha256(joined(row.salt(), row.payloadSha256())));
        byte[] digest = Canonical.sha256(Canonical.bytes(new Hashed(
                item.eventId(),
                item.type(),
                item.occurredAt(),
                item.actor().sub(),
                item.agency(),
                item.outcome(),
                item.revision(),
                payload)));
        head = Canonical.sha256(joined(head, digest));
        return new Link(payload, hex(digest), head());
    }

    String head() {
        return hex(head);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = new byte[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
