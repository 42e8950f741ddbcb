package lockstep.evidence;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import lockstep.kit.testing.CommittedDocument;
import lockstep.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class OpenApiTest {

    @Test
    void the_committed_document_is_the_running_one() throws IOException {
        CommittedDocument.isTheRunningOne();
    }
}
