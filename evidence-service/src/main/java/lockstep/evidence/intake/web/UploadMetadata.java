package lockstep.evidence.intake.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lockstep.evidence.intake.SentFile;
import lockstep.evidence.intake.Upload;
import lockstep.kit.problem.ProblemException;

/** The protocol's {@code Upload-Metadata}: names with base64 values, separated by commas. */
final class UploadMetadata {
    private static final String NAME = "filename";
    private static final String TYPE = "filetype";
    private static final String PATH = "relativePath";

    private UploadMetadata() {}

    /** Of what clients say, the name, the type and the path; other keys say nothing here. */
    static SentFile file(String header) {
        Map<String, String> said = parsed(header == null ? "" : header);
        return SentFile.of(said.get(NAME), said.get(PATH), said.get(TYPE));
    }

    /** As it is kept. */
    static String of(Upload upload) {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put(NAME, upload.name());
        kept.put(PATH, upload.relativePath());
        kept.put(TYPE, upload.mediaType());
        return kept.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> entry.getKey() + " "
                        + Base64.getEncoder().encodeToString(entry.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
    }

    private static Map<String, String> parsed(String header) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String pair : header.split(",")) {
            String[] parts = pair.strip().split(" +", 2);
            String value = parts.length == 2 ? text(parts[1]) : "";
            if (said.put(parts[0], value) != null || value.length() > SentFile.LONGEST) {
                throw malformed();
            }
        }
        return said;
    }

    private static String text(String base64) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException noText) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return new ProblemException(
                400,
                "malformed-metadata",
                "Upload-Metadata names each key once, with a text of at most " + SentFile.LONGEST
                        + " characters as base64 of UTF-8.");
    }
}
