package lockstep.kit.journal;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Values as RFC 8785 canonical JSON, the bytes that are hashed. Its mapper is its own: a service's JSON settings must
 * not change a hash.
 */
public final class Canonical {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private Canonical() {}

    /** Of a record, map or list; null is the empty object. */
    public static byte[] bytes(Object value) {
        try {
            String json = value == null ? "{}" : MAPPER.writeValueAsString(value);
            boolean nested = json.startsWith("{") || json.startsWith("[");
            return nested ? new JsonCanonicalizer(json).getEncodedUTF8() : json.getBytes(StandardCharsets.UTF_8);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
