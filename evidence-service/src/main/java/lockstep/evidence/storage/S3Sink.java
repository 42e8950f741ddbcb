package lockstep.evidence.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A multipart upload whose parts are eight sealed pieces, the last one fewer. Pieces that make no part yet are put aside
 * as an object of their own when what has come must be safe. Its place names the upload, the parts with the tags that
 * the store gave them, and what was put aside: a part that anybody else has written over does not fit in the end.
 */
final class S3Sink implements SealedSink {
    private static final int PIECES = 8;
    private static final String NONE = "-";

    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final String pending;
    private final String upload;
    private final List<String> tags;
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private int pieces;

    private S3Sink(S3Client s3, String bucket, String key, String pending, String upload, List<String> tags) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
        this.pending = pending;
        this.upload = upload;
        this.tags = new ArrayList<>(tags);
    }

    static S3Sink create(S3Client s3, String bucket, String key, String pending) {
        String upload =
                s3.createMultipartUpload(its -> its.bucket(bucket).key(key)).uploadId();
        return new S3Sink(s3, bucket, key, pending, upload, List.of());
    }

    static S3Sink resume(S3Client s3, String bucket, String key, String pending, String place, UUID blob)
            throws IOException {
        List<String> words = Arrays.asList(place.split(" "));
        S3Sink sink = new S3Sink(s3, bucket, key, pending, words.get(0), words.subList(2, words.size()));
        if (!words.get(1).equals(NONE)) {
            sink.takeUp(words.get(1), blob);
        }
        return sink;
    }

    private void takeUp(String aside, UUID blob) throws IOException {
        try {
            byte[] sealed = s3.getObjectAsBytes(asked -> asked.bucket(bucket).key(aside))
                    .asByteArray();
            part.write(sealed);
            pieces = sealed.length / (int) Pieces.sealedLength(1);
        } catch (NoSuchKeyException gone) {
            throw new ContentDamaged(blob, Damage.GONE, "pieces that had been written are gone", gone);
        } catch (SdkException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void write(byte[] sealedPiece) throws IOException {
        part.write(sealedPiece);
        pieces++;
        if (pieces == PIECES) {
            sendPart();
        }
    }

    private void sendPart() throws IOException {
        int number = tags.size() + 1;
        try {
            tags.add(s3.uploadPart(
                            its -> its.bucket(bucket).key(key).uploadId(upload).partNumber(number), body())
                    .eTag()
                    .replace("\"", ""));
        } catch (SdkException failed) {
            throw new IOException(failed);
        }
        part.reset();
        pieces = 0;
    }

    private RequestBody body() {
        byte[] bytes = part.toByteArray();
        return RequestBody.fromInputStream(new ByteArrayInputStream(bytes), bytes.length);
    }

    @Override
    public String safe() throws IOException {
        String aside = NONE;
        if (pieces > 0) {
            aside = pending + tags.size() + "-" + pieces;
            String name = aside;
            try {
                s3.putObject(its -> its.bucket(bucket).key(name), body());
            } catch (SdkException failed) {
                throw new IOException(failed);
            }
        }
        return String.join(" ", upload, aside, String.join(" ", tags)).strip();
    }

    @Override
    public void finish() throws IOException {
        if (pieces > 0) {
            sendPart();
        }
        List<CompletedPart> parts = IntStream.range(0, tags.size())
                .mapToObj(n -> CompletedPart.builder()
                        .partNumber(n + 1)
                        .eTag(tags.get(n))
                        .build())
                .toList();
        try {
            s3.completeMultipartUpload(
                    its -> its.bucket(bucket).key(key).uploadId(upload).multipartUpload(all -> all.parts(parts)));
            for (S3Object left : s3.listObjectsV2(asked -> asked.bucket(bucket).prefix(pending))
                    .contents()) {
                s3.deleteObject(its -> its.bucket(bucket).key(left.key()));
            }
        } catch (SdkException failed) {
            throw new IOException(failed);
        }
    }

    /** What was not made safe is written over by whoever goes on. */
    @Override
    public void close() {
        part.reset();
    }
}
