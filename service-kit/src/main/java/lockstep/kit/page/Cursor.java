package lockstep.kit.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import lockstep.kit.problem.ProblemException;

/**
 * The place after which the next page begins: the sort key of the last row, opaque to clients.
 *
 * <p>Its check sum finds a cursor that was cut or edited; it is no secret and need not be one, because a cursor only
 * says where to go on in what its reader may see. As a resource parameter: {@code @QueryParam("cursor") Cursor cursor},
 * null on the first page.
 */
public record Cursor(List<String> keys) {
    private static final String SEPARATOR = "\u001f";
    private static final int CHECK = 6;

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor of(Object... keys) {
        return new Cursor(Stream.of(keys).map(Object::toString).toList());
    }

    /** Called by JAX-RS. */
    public static Cursor fromString(String text) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(text);
            byte[] keys = Arrays.copyOfRange(sealed, CHECK, sealed.length);
            if (!Arrays.equals(sealed, seal(keys))) {
                throw refused();
            }
            return new Cursor(List.of(new String(keys, StandardCharsets.UTF_8).split(SEPARATOR, -1)));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException noCursor) {
            throw refused();
        }
    }

    public String encode() {
        byte[] joined = String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal(joined));
    }

    public String text(int index) {
        return key(index, Function.identity());
    }

    public UUID uuid(int index) {
        return key(index, UUID::fromString);
    }

    public Instant instant(int index) {
        return key(index, Instant::parse);
    }

    public long number(int index) {
        return key(index, Long::parseLong);
    }

    /** A cursor of another list has other keys: refused like a broken one. */
    private <T> T key(int index, Function<String, T> parse) {
        if (index >= keys.size()) {
            throw refused();
        }
        try {
            return parse.apply(keys.get(index));
        } catch (IllegalArgumentException | DateTimeParseException otherKind) {
            throw refused();
        }
    }

    private static byte[] seal(byte[] keys) {
        try {
            byte[] check = MessageDigest.getInstance("SHA-256").digest(keys);
            byte[] sealed = Arrays.copyOf(check, CHECK + keys.length);
            System.arraycopy(keys, 0, sealed, CHECK, keys.length);
            return sealed;
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static ProblemException refused() {
        return new ProblemException(400, "bad-cursor", "This cursor was not given out for this list.");
    }
}
