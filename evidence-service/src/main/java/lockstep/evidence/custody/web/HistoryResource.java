package lockstep.evidence.custody.web;

import static lockstep.evidence.access.Roles.*;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.custody.ExhibitHistory;
import lockstep.evidence.custody.HistoryItem;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.web.Pages;
import org.jboss.resteasy.reactive.RestResponse;

/** What happened to exhibits, for those who may read it and for auditors. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
    ANALYST,
    SUBMITTER,
    REVIEWER,
    LEGAL,
    VOTER,
    CHAIR,
    RELEASE_OFFICER,
    SECRETARIAT,
    PUBLISHER,
    REGISTRAR,
    AUDITOR
})
public class HistoryResource {
    private final Acting acting;
    private final LookAgain lookAgain;
    private final ExhibitHistory history;

    public HistoryResource(Acting acting, LookAgain lookAgain, ExhibitHistory history) {
        this.acting = acting;
        this.lookAgain = lookAgain;
        this.history = history;
    }

    @GET
    @Path("exhibits/{id}/history")
    public RestResponse<Page<HistoryItem>> ofExhibit(
            @PathParam("id") UUID id,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        Actor reader = acting.actor();
        return Pages.answer(asked, lookAgain.ifNotFound(() -> history.ofExhibit(id, cursor, limit, reader)
                .orElseThrow(HistoryResource::notFound)));
    }

    @GET
    @Path("cases/{caseId}/exhibit-history")
    public RestResponse<Page<HistoryItem>> ofCase(
            @PathParam("caseId") UUID caseId,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        Actor reader = acting.actor();
        return Pages.answer(asked, lookAgain.ifNotFound(() -> history.ofCase(caseId, cursor, limit, reader)
                .orElseThrow(HistoryResource::notFound)));
    }

    private static ExhibitRefused notFound() {
        return new ExhibitRefused(Reason.NOT_FOUND);
    }
}
