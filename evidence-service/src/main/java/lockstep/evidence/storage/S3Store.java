package lockstep.evidence.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects named by random ids: an object is there whole or not at all. Where the server offers object lock, what is kept
 * is held against deletion.
 */
final class S3Store implements SealedStore {
    private static final Logger LOG = Logger.getLogger(S3Store.class);

    /** By which a server without object lock answers the question: its request, its address or its method is unknown to it. */
    private static final Set<Integer> NO_LOCK = Set.of(400, 404, 405, 501);

    private final S3Client s3;
    private final String bucket;
    private final String prefix;
    private final boolean locks;

    S3Store(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
        this.locks = offersLock();
        LOG.infof("sealed bytes lie in bucket %s, %s object lock", bucket, locks ? "with" : "without");
    }

    static S3Store open(StorageSettings.S3 settings) {
        S3ClientBuilder client = client(settings.region());
        settings.endpoint().ifPresent(there -> client.endpointOverride(there).forcePathStyle(true));
        String bucket =
                settings.bucket().orElseThrow(() -> new IllegalStateException("lockstep.storage.s3.bucket is not set"));
        return new S3Store(client.build(), bucket, settings.prefix());
    }

    static S3ClientBuilder client(String region) {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(region))
                // What is stored authenticates itself; stores other than AWS's don't know its trailing checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    }

    /** Probed once, at start: a server that doesn't know the question, or has no answer for this bucket, offers none. */
    private boolean offersLock() {
        try {
            return s3.getObjectLockConfiguration(asked -> asked.bucket(bucket))
                            .objectLockConfiguration()
                            .objectLockEnabled()
                    == ObjectLockEnabled.ENABLED;
        } catch (S3Exception none) {
            if (NO_LOCK.contains(none.statusCode())) {
                return false;
            }
            // Without an answer it might hold nothing that the bucket's owner believes held.
            throw new IllegalStateException(
                    "bucket " + bucket + " does not tell whether it offers object lock: " + none.getMessage(), none);
        }
    }

    @Override
    public SealedSink create(UUID blob) {
        return S3Sink.create(s3, bucket, key(blob), pending(blob));
    }

    @Override
    public SealedSink resume(UUID blob, String place, long length) throws IOException {
        return place.isEmpty() ? create(blob) : S3Sink.resume(s3, bucket, key(blob), pending(blob), place, blob);
    }

    @Override
    public InputStream open(UUID blob, long from) throws IOException {
        try {
            return new ObjectStream(s3.getObject(
                    asked -> asked.bucket(bucket).key(key(blob)).range(from == 0 ? null : "bytes=" + from + "-")));
        } catch (NoSuchKeyException gone) {
            throw new NoSuchFileException(blob.toString());
        } catch (SdkException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void keep(UUID blob) throws IOException {
        try {
            if (locks) {
                s3.putObjectLegalHold(hold ->
                        hold.bucket(bucket).key(key(blob)).legalHold(its -> its.status(ObjectLockLegalHoldStatus.ON)));
            } else {
                s3.headObject(asked -> asked.bucket(bucket).key(key(blob)));
            }
        } catch (SdkException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void discard(UUID blob) throws IOException {
        try {
            for (MultipartUpload upload : s3.listMultipartUploads(
                            asked -> asked.bucket(bucket).prefix(key(blob)))
                    .uploads()) {
                abort(upload);
            }
            for (S3Object left : s3.listObjectsV2(asked -> asked.bucket(bucket).prefix(pending(blob)))
                    .contents()) {
                s3.deleteObject(its -> its.bucket(bucket).key(left.key()));
            }
            if (locks) {
                versions(blob).forEach(this::delete);
            } else {
                s3.deleteObject(its -> its.bucket(bucket).key(key(blob)));
            }
        } catch (SdkException failed) {
            throw new IOException(failed);
        }
    }

    /** What is kept is held: the hold on each of its versions is lifted first. */
    @Override
    public void dispose(UUID blob) throws IOException {
        if (locks) {
            try {
                versions(blob).forEach(this::release);
            } catch (SdkException failed) {
                throw new IOException(failed);
            }
        }
        discard(blob);
    }

    /** Where objects are locked, deleting one only hides it: each of its versions is deleted by its own id. */
    private SdkIterable<ObjectVersion> versions(UUID blob) {
        return s3.listObjectVersionsPaginator(asked -> asked.bucket(bucket).prefix(key(blob)))
                .versions();
    }

    private void release(ObjectVersion version) {
        s3.putObjectLegalHold(hold -> hold.bucket(bucket)
                .key(version.key())
                .versionId(version.versionId())
                .legalHold(its -> its.status(ObjectLockLegalHoldStatus.OFF)));
    }

    private void delete(ObjectVersion version) {
        s3.deleteObject(its -> its.bucket(bucket).key(version.key()).versionId(version.versionId()));
    }

    /** Nothing tells the two apart here, so both wait for as long as what comes in parts. */
    @Override
    public int dropUnfinished(Duration still) {
        return 0;
    }

    @Override
    public int dropPartial(Duration still) throws IOException {
        Instant before = Instant.now().minus(still);
        int dropped = 0;
        try {
            for (MultipartUpload upload : s3.listMultipartUploadsPaginator(
                            asked -> asked.bucket(bucket).prefix(prefix + "blobs/"))
                    .uploads()) {
                if (lastWritten(upload).isBefore(before)) {
                    discard(UUID.fromString(upload.key().substring(key("").length())));
                    dropped++;
                }
            }
            return dropped;
        } catch (SdkException failed) {
            throw new IOException(failed);
        }
    }

    private Instant lastWritten(MultipartUpload upload) {
        return s3
                .listPartsPaginator(
                        asked -> asked.bucket(bucket).key(upload.key()).uploadId(upload.uploadId()))
                .parts()
                .stream()
                .map(Part::lastModified)
                .max(Comparator.naturalOrder())
                .orElse(upload.initiated());
    }

    private void abort(MultipartUpload upload) {
        s3.abortMultipartUpload(its -> its.bucket(bucket).key(upload.key()).uploadId(upload.uploadId()));
    }

    private String key(Object blob) {
        return prefix + "blobs/" + blob;
    }

    private String pending(UUID blob) {
        return prefix + "pending/" + blob + "/";
    }

    /** Fails as other streams do. */
    private static final class ObjectStream extends FilterInputStream {
        ObjectStream(InputStream object) {
            super(object);
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            try {
                return super.read(bytes, from, count);
            } catch (SdkException failed) {
                throw new IOException(failed);
            }
        }
    }
}
