package lockstep.listing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import lockstep.kit.testing.CommittedDocument;
import lockstep.kit.testing.PostgresResource;
import lockstep.listing.testing.EvidenceStandIn;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class OpenApiTest {

    @Test
    void the_committed_document_is_the_running_one() throws IOException {
        CommittedDocument.isTheRunningOne();
    }
}
