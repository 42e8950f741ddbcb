package lockstep.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.util.internal.PlatformDependent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lockstep.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/** What is refused while it still comes is dropped as it comes: however much a client goes on to send, nothing is kept. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class RefusedBodyTest {
    private static final long ANNOUNCED = 40_000_000_000L;
    private static final byte[] BLOCK = new byte[1 << 20];
    /** In blocks: so much is sent between two looks at the memory. */
    private static final int LOOK = 32;

    private static final int MOST_SENT = 512;
    private static final int LEAST_SENT = 2 * LOOK;
    private static final long MOST_MORE = 24L << 20;

    private static final Uploading EEAS = Uploading.eeasAnalyst();

    @Test
    void of_an_upload_at_a_wrong_offset() throws Exception {
        UUID upload = EEAS.created(EEAS.batch(Listing.caseOf("EU-EEAS")), ANNOUNCED, "large.bin");
        drops("PATCH /api/v1/uploads/" + upload, "Upload-Offset: 7\r\n", 409);
        assertEquals(204, EEAS.delete(upload).statusCode());
    }

    @Test
    void of_an_announcement_that_is_not_to_be_made() throws Exception {
        drops("POST /api/v1/batches/" + UUID.randomUUID() + "/uploads", "Upload-Length: " + ANNOUNCED + "\r\n", 404);
    }

    @Test
    void of_content_that_is_too_large() throws Exception {
        UUID exhibit = Exhibiting.registered(People.eeasAnalyst(), Listing.caseOf("EU-EEAS"));
        drops("PUT /api/v1/exhibits/" + exhibit + "/versions/1/content", "", 413);
    }

    private static void drops(String request, String headers, int status) throws Exception {
        long before = held();
        long most = 0;
        int sent = 0;
        boolean ended = false;
        URI service = Uploading.service();
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((request + " HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nAuthorization: Bearer "
                            + Uploading.eeas().token() + "\r\nContent-Type: application/offset+octet-stream\r\n"
                            + headers
                            + "Content-Length: " + ANNOUNCED + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 " + status, firstWords(socket.getInputStream()));
            while (!ended && sent < MOST_SENT) {
                try {
                    out.write(BLOCK);
                    sent++;
                } catch (IOException closed) {
                    ended = true;
                }
                if (sent % LOOK == 0) {
                    most = Math.max(most, held());
                }
            }
            assertTrue(sent >= LEAST_SENT, "only " + sent + " MiB were sent: nothing is tried");
            assertTrue(most - before < MOST_MORE, (most - before) / 1024 + " KiB more after " + sent + " MiB");
            Thread.sleep(3_000);
            if (!ended) {
                ended = closed(out);
            }
            assertTrue(ended, "the connection is still open");
        }
    }

    private static String firstWords(InputStream in) throws IOException {
        return new String(in.readNBytes("HTTP/1.1 404".length()), StandardCharsets.US_ASCII);
    }

    private static boolean closed(OutputStream out) {
        try {
            for (int block = 0; block < LOOK; block++) {
                out.write(BLOCK);
            }
            return false;
        } catch (IOException ended) {
            return true;
        }
    }

    /** On the heap and beside it, once what nobody holds is gone. */
    private static long held() {
        System.gc();
        long beside = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        Runtime heap = Runtime.getRuntime();
        return heap.totalMemory() - heap.freeMemory() + beside + PlatformDependent.usedDirectMemory();
    }
}
