package lockstep.evidence.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where sealed bytes lie, and the keys that wrap their keys. */
@ConfigMapping(prefix = "lockstep.storage")
public interface StorageSettings {
    @WithDefault("files")
    Kind kind();

    /** The folder of the store of files. */
    Path blobsDir();

    S3 s3();

    /** A Tink keyset as JSON, one AES256-GCM key or several, readable by this service alone. */
    Optional<Path> kekFile();

    /** The same keyset itself, where it comes by the environment; a file can change while the service runs. */
    Optional<String> kek();

    /** How often bytes are removed that were disposed of. */
    String removeEvery();

    /** How often what an earlier key has wrapped is looked for. */
    String rewrapEvery();

    /** How often files of uploads that broke off with their process are looked for. */
    String sweepEvery();

    /** The largest content that is taken in, in bytes. */
    @WithDefault("536870912")
    long contentLimit();

    /** Whether the cipher is made fast at the start instead of by the first files. */
    @WithDefault("true")
    boolean warmUp();

    /** What sealed bytes lie in. */
    enum Kind {
        FILES,
        S3
    }

    /** An object store; who is asking is told by the SDK's own environment variables or files. */
    interface S3 {
        Optional<String> bucket();

        /** Where it is other than AWS. */
        Optional<URI> endpoint();

        @WithDefault("eu-west-1")
        String region();

        /** Put before every key, so that a bucket can be shared by instances. */
        @WithDefault("lockstep/")
        String prefix();
    }
}
