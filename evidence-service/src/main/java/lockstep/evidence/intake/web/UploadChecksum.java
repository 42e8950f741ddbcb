package lockstep.evidence.intake.web;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import lockstep.evidence.intake.Checksum;
import lockstep.kit.problem.ProblemException;

/** The protocol's {@code Upload-Checksum}: an algorithm and the base64 of what a request's bytes must have. */
final class UploadChecksum {
    static final String ALGORITHMS =
            Arrays.stream(Checksum.Algorithm.values()).map(UploadChecksum::name).collect(Collectors.joining(","));

    private UploadChecksum() {}

    /** Null if none was sent. */
    static Checksum of(String header) {
        if (header == null) {
            return null;
        }
        String[] parts = header.strip().split(" +", 2);
        Checksum.Algorithm algorithm = Arrays.stream(Checksum.Algorithm.values())
                .filter(one -> name(one).equals(parts[0]) && parts.length == 2)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        400, "checksum-algorithm", "Upload-Checksum: one of " + ALGORITHMS + ", and base64."));
        try {
            byte[] digest = Base64.getDecoder().decode(parts[1]);
            if (digest.length == algorithm.length()) {
                return new Checksum(algorithm, digest);
            }
        } catch (IllegalArgumentException noBase64) {
            // answered like a digest of another length
        }
        throw new ProblemException(
                400, "malformed-checksum", "The checksum is not the base64 of " + algorithm.length() + " bytes.");
    }

    private static String name(Checksum.Algorithm algorithm) {
        return algorithm.name().toLowerCase(Locale.ROOT);
    }
}
