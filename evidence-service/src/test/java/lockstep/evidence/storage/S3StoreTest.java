package lockstep.evidence.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.stream.Stream;
import lockstep.evidence.Logged;
import org.gaul.s3proxy.junit.S3ProxyExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The store of objects, over HTTP against a server that speaks S3. */
class S3StoreTest extends StoreContract {
    private static final String BUCKET = "sealed";

    @RegisterExtension
    static final S3ProxyExtension SERVER =
            S3ProxyExtension.builder().withCredentials("access", "secret").build();

    private S3Client s3;

    @BeforeEach
    @Override
    void open() throws Exception {
        s3 = S3Store.client("eu-west-1")
                .endpointOverride(URI.create(SERVER.getUri().toString()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(SERVER.getAccessKey(), SERVER.getSecretKey())))
                .build();
        s3.createBucket(its -> its.bucket(BUCKET));
        super.open();
    }

    @Override
    SealedStore opened() {
        return new S3Store(s3, BUCKET, "instance/");
    }

    @Override
    byte[] lying(UUID blob) {
        return s3.getObjectAsBytes(its -> its.bucket(BUCKET).key("instance/blobs/" + blob))
                .asByteArray();
    }

    @Override
    void lie(UUID blob, byte[] bytes) {
        s3.putObject(its -> its.bucket(BUCKET).key("instance/blobs/" + blob), RequestBody.fromBytes(bytes));
    }

    @Test
    void a_server_without_object_lock_is_said_to_have_none_in_one_line() {
        assertEquals(
                List.of("sealed bytes lie in bucket sealed, without object lock"),
                Logged.by(S3Store.class, Level.INFO, this::opened));
    }

    @Test
    void a_server_that_refuses_to_say_whether_it_locks_is_not_taken_for_one_that_does_not() throws Exception {
        HttpServer refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        refusing.start();
        try {
            S3Client stranger = S3Store.client("eu-west-1")
                    .endpointOverride(URI.create(
                            "http://127.0.0.1:" + refusing.getAddress().getPort()))
                    .forcePathStyle(true)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("no", "body")))
                    .build();
            assertThrows(IllegalStateException.class, () -> new S3Store(stranger, BUCKET, "instance/"));
        } finally {
            refusing.stop(0);
        }
    }

    @Test
    void nothing_is_left_beside_what_is_kept() throws Exception {
        byte[] content = content(11 * PIECE);
        Partial come = sent(store.begin(content.length), content, 0, 10 * PIECE);
        assertEquals(1, keys("instance/pending/").size());
        kept(sent(come, content, 10 * PIECE, PIECE));
        assertEquals(List.of(), keys("instance/pending/"));
        assertEquals(List.of("instance/blobs/" + come.blob()), keys(""));
        assertEquals(List.of(), uploads());
    }

    @Test
    void a_part_that_another_one_has_written_over_does_not_fit() throws Exception {
        byte[] content = content(17 * PIECE);
        Partial come = sent(store.begin(content.length), content, 0, 8 * PIECE);
        Partial stale = store.begin(content.length);
        try (PartialWriter late = store.resume(new Partial(
                come.blob(), come.wrappedKey(), come.length(), 0, stale.digest(), stale.tail(), restarted(come)))) {
            late.write(content, 0, 8 * PIECE);
        }
        assertThrows(IOException.class, () -> sent(come, content, 8 * PIECE, 9 * PIECE));
    }

    /** The place of somebody who slept since before the first part. */
    private static String restarted(Partial come) {
        return Arrays.asList(come.place().split(" ")).get(0) + " -";
    }

    @Test
    void an_upload_that_is_still_sent_to_is_not_dropped_however_long_ago_it_was_begun() throws Exception {
        byte[] content = content(17 * PIECE);
        Partial come = sent(store.begin(content.length), content, 0, 8 * PIECE);
        Thread.sleep(1500);
        come = sent(come, content, 8 * PIECE, 8 * PIECE);
        assertEquals(0, store.dropPartial(Duration.ofMillis(1200)));
        kept(sent(come, content, 16 * PIECE, PIECE));
    }

    private List<String> keys(String prefix) {
        return s3.listObjectsV2(its -> its.bucket(BUCKET).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private List<String> uploads() {
        return Stream.ofNullable(
                        s3.listMultipartUploads(its -> its.bucket(BUCKET)).uploads())
                .flatMap(List::stream)
                .map(MultipartUpload::key)
                .toList();
    }
}
