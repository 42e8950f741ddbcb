package lockstep.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import lockstep.e2e.client.Tokens;

/** Sends files to a batch by tus, as a program would: whole in one request, or cut off again and again. */
final class SentByTus {
    /** Another request still sends, or has just written down how far it has come; or the connection was ended. */
    private static final Set<Integer> WAITS = Set.of(423, 409, 0);

    private static final int PATIENCE = 600;
    private static final Duration AGAIN = Duration.ofMillis(50);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final Tokens tokens;
    private final String batch;
    private final String account;

    SentByTus(URI service, Tokens tokens, String batch, String account) {
        this.service = service;
        this.tokens = tokens;
        this.batch = batch;
        this.account = account;
    }

    /** The upload's id, once it is an exhibit. */
    String whole(Path file) throws IOException {
        String upload = created(file);
        rest(upload, file);
        return upload;
    }

    /** The same with so many connections that break off on the way. */
    String cut(Path file, int times, Random random) throws IOException {
        String upload = created(file);
        long most = Files.size(file) / (times + 1);
        for (int cut = 0; cut < times; cut++) {
            await();
            long offset = offset(upload);
            patch(upload, file, offset, offset + 1 + random.nextLong(most));
        }
        rest(upload, file);
        return upload;
    }

    private String created(Path file) throws IOException {
        HttpResponse<String> made = send(request("/api/v1/batches/" + batch + "/uploads")
                .header("Upload-Length", Files.size(file) + "")
                .POST(BodyPublishers.noBody()));
        expect(201, made);
        String address = made.headers().firstValue("Location").orElseThrow();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private void rest(String upload, Path file) throws IOException {
        int status = 0;
        for (int tried = 0; tried < PATIENCE && WAITS.contains(status); tried++) {
            if (tried > 0) {
                await();
            }
            status = patch(upload, file, offset(upload), Files.size(file));
        }
        if (status != 204) {
            throw new IllegalStateException("sending was answered with " + status);
        }
    }

    /** A request whose client has gone ends a moment later. */
    private static void await() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /**
     * Says that all of the rest will come, and goes where it is told to end. The file goes to the socket past this
     * process: the service shall be measured, not the client.
     *
     * @return the answer's status; 0 if none was waited for, or the connection was ended
     */
    private int patch(String upload, Path file, long offset, long end) throws IOException {
        try (SocketChannel socket = SocketChannel.open(new InetSocketAddress(service.getHost(), service.getPort()));
                FileChannel content = FileChannel.open(file)) {
            String head = "PATCH /api/v1/uploads/" + upload + " HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\n"
                    + "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " + offset
                    + "\r\nContent-Length: " + (content.size() - offset) + "\r\nAuthorization: Bearer " + token()
                    + "\r\n\r\n";
            socket.write(StandardCharsets.US_ASCII.encode(head));
            for (long at = offset; at < end; ) {
                at += content.transferTo(at, end - at, socket);
            }
            return end < content.size() ? 0 : status(socket);
        } catch (IOException refused) {
            return 0;
        }
    }

    private static int status(SocketChannel socket) throws IOException {
        ByteBuffer line = ByteBuffer.allocate("HTTP/1.1 204".length());
        while (line.hasRemaining() && socket.read(line) >= 0) {
            // until the status stands there
        }
        return line.hasRemaining() ? 0 : Integer.parseInt(new String(line.array(), 9, 3, StandardCharsets.US_ASCII));
    }

    private long offset(String upload) throws IOException {
        HttpResponse<String> told = send(request("/api/v1/uploads/" + upload).method("HEAD", BodyPublishers.noBody()));
        expect(200, told);
        return Long.parseLong(told.headers().firstValue("Upload-Offset").orElseThrow());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + token())
                .header("Tus-Resumable", "1.0.0");
    }

    private String token() {
        return tokens.of(account, 2);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }
}
