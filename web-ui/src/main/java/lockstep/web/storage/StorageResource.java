package lockstep.web.storage;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.StorageKey;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Storage, for an agency's administrators: no case content. */
@Path("/storage")
@RunOnVirtualThread
public class StorageResource {
    private final EvidenceService evidence;

    StorageResource(@RestClient EvidenceService evidence) {
        this.evidence = evidence;
    }

    @CheckedTemplate(basePath = "storage")
    static class Templates {
        static native TemplateInstance storage(List<StorageKey> keys);
    }

    @GET
    public TemplateInstance show() {
        return Templates.storage(evidence.storageKeys().items());
    }
}
