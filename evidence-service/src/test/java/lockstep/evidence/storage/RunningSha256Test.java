package lockstep.evidence.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import lockstep.evidence.storage.RunningSha256.BouncyCastle;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.junit.jupiter.api.Test;

class RunningSha256Test {
    private final byte[] text = new byte[1_000_003];

    RunningSha256Test() {
        new Random(7).nextBytes(text);
    }

    private record Kind(Supplier<RunningSha256> begin, Function<byte[], RunningSha256> from) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    () -> new BouncyCastle(SHA256Digest.newInstance()),
                    state -> new BouncyCastle(SHA256Digest.newInstance(state))),
            new Kind(JdkSha256::begin, JdkSha256::from));

    /** An upgrade of the JDK that closes or moves it makes every upload several times as slow: it shall be told here. */
    @Test
    void the_jdks_can_be_saved_here() {
        assertTrue(JdkSha256.POSSIBLE);
    }

    @Test
    void each_goes_on_from_where_each_was_saved() throws Exception {
        byte[] whole = MessageDigest.getInstance("SHA-256").digest(text);
        for (Kind first : KINDS) {
            for (Kind second : KINDS) {
                for (int at : new int[] {0, 64, 65_536, 999_936}) {
                    RunningSha256 begun = first.begin().get();
                    begun.update(text, 0, at);
                    RunningSha256 gone = second.from().apply(begun.state());
                    gone.update(text, at, text.length - at);
                    assertArrayEquals(whole, gone.finish());
                    // What was saved is a copy: the first is not disturbed by the other.
                    begun.update(text, at, text.length - at);
                    assertArrayEquals(whole, begun.finish());
                }
            }
        }
    }

    @Test
    void both_save_the_same() {
        List<byte[]> states = KINDS.stream()
                .map(kind -> {
                    RunningSha256 digest = kind.begin().get();
                    digest.update(text, 0, 1 << 19);
                    return digest.state();
                })
                .toList();
        assertArrayEquals(states.get(0), states.get(1));
    }

    @Test
    void the_jdks_is_not_saved_within_a_block() {
        RunningSha256 digest = JdkSha256.begin();
        digest.update(text, 0, 65);
        assertThrows(IllegalStateException.class, digest::state);
        byte[] within = KINDS.getFirst().begin().get().state();
        within[15] = 1;
        assertThrows(IllegalArgumentException.class, () -> JdkSha256.from(within));
        assertThrows(IllegalArgumentException.class, () -> JdkSha256.from(new byte[20]));
    }
}
