package lockstep.evidence.storage;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.jboss.logging.Logger;

/**
 * The JDK's SHA-256, which runs on the processor's own instructions. It has no way to save its state, so its two fields
 * are read and set; the JVM must be started with {@link #OPENED} for that. That they mean what they are taken for is
 * tried out before the first use.
 */
final class JdkSha256 implements RunningSha256 {
    static final String OPENED = "--add-opens=java.base/sun.security.provider=ALL-UNNAMED";

    private static final Logger LOG = Logger.getLogger(JdkSha256.class);
    private static final int BLOCK = 64;
    private static final int WORDS = 8;
    /** In BouncyCastle's form: a word begun, how many bytes came, the eight words, words of a block, the purpose "any". */
    private static final int COUNT_AT = 8;

    private static final int LENGTH = 53;
    private static final byte ANY_PURPOSE = 9;

    private static final Inside INSIDE = Inside.found().orElse(null);
    static final boolean POSSIBLE = INSIDE != null;

    private final Inside inside;
    private final Object digest;

    private JdkSha256(Inside inside) {
        this.inside = inside;
        this.digest = call(() -> inside.create.invoke());
    }

    static JdkSha256 begin() {
        return new JdkSha256(INSIDE);
    }

    static JdkSha256 from(byte[] state) {
        JdkSha256 sha256 = begin();
        sha256.set(state);
        return sha256;
    }

    @Override
    public void update(byte[] bytes, int from, int count) {
        call(() -> inside.update.invoke(digest, bytes, from, count));
    }

    @Override
    public byte[] state() {
        long count = (long) inside.count.get(digest);
        if (count % BLOCK != 0) {
            throw new IllegalStateException("not at the end of a block");
        }
        ByteBuffer state = ByteBuffer.allocate(LENGTH).position(COUNT_AT).putLong(count);
        for (int word : (int[]) inside.words.get(digest)) {
            state.putInt(word);
        }
        return state.put(LENGTH - 1, ANY_PURPOSE).array();
    }

    private void set(byte[] state) {
        ByteBuffer saved = ByteBuffer.wrap(state).position(COUNT_AT);
        long count = saved.getLong();
        if (state.length != LENGTH || count % BLOCK != 0) {
            throw new IllegalArgumentException("not a state at the end of a block");
        }
        inside.count.set(digest, count);
        saved.asIntBuffer().get((int[]) inside.words.get(digest), 0, WORDS);
    }

    @Override
    public byte[] finish() {
        return (byte[]) call(() -> inside.digest.invoke(digest));
    }

    private interface Handle {
        Object invoke() throws Throwable;
    }

    /** None of what is called declares an exception. */
    private static Object call(Handle handle) {
        try {
            return handle.invoke();
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What of the JDK's class is used. */
    private record Inside(
            MethodHandle create, MethodHandle update, MethodHandle digest, VarHandle count, VarHandle words) {

        static Optional<Inside> found() {
            try {
                Class<?> sha256 = Class.forName("sun.security.provider.SHA2$SHA256");
                Class<?> sha2 = sha256.getSuperclass();
                Class<?> base = sha2.getSuperclass();
                Lookup own = MethodHandles.lookup();
                Lookup within = MethodHandles.privateLookupIn(base, own);
                Inside inside = new Inside(
                        MethodHandles.privateLookupIn(sha256, own)
                                .findConstructor(sha256, MethodType.methodType(void.class)),
                        within.findVirtual(
                                base,
                                "engineUpdate",
                                MethodType.methodType(void.class, byte[].class, int.class, int.class)),
                        within.findVirtual(base, "engineDigest", MethodType.methodType(byte[].class)),
                        within.findVarHandle(base, "bytesProcessed", long.class),
                        MethodHandles.privateLookupIn(sha2, own).findVarHandle(sha2, "state", int[].class));
                if (inside.works()) {
                    return Optional.of(inside);
                }
                LOG.warn("This JDK's SHA-256 cannot be saved as it was thought: uploads are digested by a slower one.");
            } catch (ReflectiveOperationException | NoSuchAlgorithmException | RuntimeException closed) {
                LOG.warnf("Uploads are digested by a slower SHA-256: start the JVM with %s (%s)", OPENED, closed);
            }
            return Optional.empty();
        }

        /** Whether one goes on from where another was saved, and saves what BouncyCastle saves. */
        private boolean works() throws NoSuchAlgorithmException {
            byte[] text = new byte[5 * BLOCK + 1];
            new Random(1).nextBytes(text);
            int half = 2 * BLOCK;
            JdkSha256 first = new JdkSha256(this);
            first.update(text, 0, half);
            RunningSha256 other = new BouncyCastle(SHA256Digest.newInstance());
            other.update(text, 0, half);
            JdkSha256 second = new JdkSha256(this);
            second.set(first.state());
            second.update(text, half, text.length - half);
            return Arrays.equals(first.state(), other.state())
                    && Arrays.equals(
                            second.finish(),
                            MessageDigest.getInstance("SHA-256").digest(text));
        }
    }
}
