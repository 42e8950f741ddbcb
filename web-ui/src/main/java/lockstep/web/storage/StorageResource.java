package lockstep.web.storage;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import lockstep.web.layout.Go;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.StorageHealth;
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
        static native TemplateInstance storage(List<StorageKey> keys, StorageHealth health);
    }

    @GET
    public TemplateInstance show() {
        return Templates.storage(evidence.storageKeys().items(), evidence.storageHealth());
    }

    @GET
    @Path("verify")
    public Response verified() {
        return Go.to("/storage");
    }

    @POST
    @Path("verify")
    public Response verifyAgain() {
        evidence.verifyDamagedAgain();
        return Go.done("/storage", "verify-again");
    }
}
