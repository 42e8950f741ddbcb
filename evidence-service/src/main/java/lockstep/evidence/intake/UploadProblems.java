package lockstep.evidence.intake;

import java.util.List;
import java.util.Map;
import lockstep.kit.problem.ProblemException;

/** What the protocol of resumable uploads refuses: nothing of it is a decision about evidence, so it is not journalled. */
final class UploadProblems {
    /** Of the tus protocol; no other one has it. */
    private static final int CHECKSUM_MISMATCH = 460;

    private UploadProblems() {}

    static ProblemException wrongOffset(long received) {
        return new ProblemException(
                409, "wrong-offset", "It goes on from another place.", List.of(), Map.of("offset", received));
    }

    static ProblemException held() {
        return new ProblemException(423, "upload-held", "Another request is sending to this upload. Try again.");
    }

    static ProblemException gone(UploadState state, String reason) {
        String why = reason == null ? state.name().toLowerCase().replace('_', '-') : reason;
        return new ProblemException(410, "upload-over", "Nothing can be sent to this upload any more: " + why + ".");
    }

    static ProblemException registered() {
        return ProblemException.conflict("already-an-exhibit", "This upload is an exhibit: it can be withdrawn.");
    }

    static ProblemException notAgain() {
        return ProblemException.conflict("not-to-be-retried", "Only what came in whole and failed is tried again.");
    }

    static ProblemException tooManyOpen(int most) {
        return new ProblemException(
                429, "too-many-open-uploads", "You have " + most + " uploads under way. Finish or terminate some.");
    }

    static ProblemException beyondLength() {
        return new ProblemException(413, "beyond-length", "More bytes came than the upload was said to have.");
    }

    static ProblemException checksumMismatch() {
        return new ProblemException(
                CHECKSUM_MISMATCH, "checksum-mismatch", "These bytes do not have that checksum; none is kept.");
    }
}
