package lockstep.web.work;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import lockstep.web.services.InboxItem;
import lockstep.web.services.ListingService;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** My work: the home page, by deadline. */
@Path("/")
@RunOnVirtualThread
public class WorkResource {
    private final ListingService listing;

    WorkResource(@RestClient ListingService listing) {
        this.listing = listing;
    }

    @CheckedTemplate(basePath = "work")
    static class Templates {
        static native TemplateInstance myWork(List<InboxItem> items, String next);
    }

    @GET
    public TemplateInstance myWork() {
        List<InboxItem> items = listing.inbox().items();
        return Templates.myWork(items, items.isEmpty() ? "" : items.getFirst().page());
    }
}
