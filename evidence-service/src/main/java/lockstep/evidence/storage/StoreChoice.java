package lockstep.evidence.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which of the stores this instance has, by setting. */
@ApplicationScoped
class StoreChoice {

    @Produces
    @Singleton
    SealedStore store(StorageSettings settings) {
        return switch (settings.kind()) {
            case FILES -> new FileStore(settings.blobsDir());
            case S3 -> S3Store.open(settings.s3());
        };
    }
}
