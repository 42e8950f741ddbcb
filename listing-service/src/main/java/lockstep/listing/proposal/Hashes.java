package lockstep.listing.proposal;

import java.util.HexFormat;
import lockstep.kit.journal.Canonical;

/** SHA-256 in lower-case hex over canonical JSON (RFC 8785): what decisions are bound to. */
public final class Hashes {
    private Hashes() {}

    public static String of(Object value) {
        return HexFormat.of().formatHex(Canonical.sha256(Canonical.bytes(value)));
    }
}
