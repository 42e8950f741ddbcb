package lockstep.evidence.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where sealed bytes lie, and the file whose key wraps their keys. */
@ConfigMapping(prefix = "lockstep.storage")
public interface StorageSettings {
    Path blobsDir();

    /** A Tink keyset as JSON, AES256-GCM, readable by this service alone. */
    Path kekFile();

    /** How often files of uploads that broke off with their process are looked for. */
    String sweepEvery();

    /** The largest content that is taken in, in bytes. */
    @WithDefault("536870912")
    long contentLimit();
}
