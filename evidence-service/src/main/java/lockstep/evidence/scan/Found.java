package lockstep.evidence.scan;

import java.time.Duration;

/** What one look at content gave; {@code againAfter} null: no other look would give more. */
public record Found(ScanState state, String reason, String signature, String engine, Duration againAfter) {
    private static final int SLOWEST = 6;

    static Found clean(String engine) {
        return new Found(ScanState.CLEAN, "", null, engine, null);
    }

    static Found infected(String signature, String engine) {
        return new Found(ScanState.INFECTED, "", signature, engine, null);
    }

    /** Again after 1, 2, 4 … 64 minutes. */
    static Found unreachable(int attempts) {
        return new Found(
                ScanState.NOT_SCANNED,
                "UNREACHABLE",
                null,
                null,
                Duration.ofMinutes(1L << Math.min(attempts, SLOWEST)));
    }

    /** Seldom again: a disk that was wrong may be right by then. */
    static Found damaged() {
        return new Found(ScanState.NOT_SCANNED, "DAMAGED", null, null, Duration.ofHours(1));
    }

    static Found keyMissing() {
        return new Found(ScanState.NOT_SCANNED, "KEY_MISSING", null, null, Duration.ofMinutes(10));
    }

    static Found never(String reason) {
        return new Found(ScanState.NOT_SCANNED, reason, null, null, null);
    }
}
