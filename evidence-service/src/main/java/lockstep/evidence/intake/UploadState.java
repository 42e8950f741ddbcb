package lockstep.evidence.intake;

/** Where a file on its way stands. */
public enum UploadState {
    RECEIVING,
    ACCEPTED,
    FAILED,
    TERMINATED,
    EXPIRED
}
