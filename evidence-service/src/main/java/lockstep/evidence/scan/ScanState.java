package lockstep.evidence.scan;

/** What is known of content; never silently nothing. */
public enum ScanState {
    CLEAN,
    INFECTED,
    NOT_SCANNED
}
