package lockstep.listing.history.web;

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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.web.Moments;
import lockstep.kit.web.Pages;
import lockstep.listing.history.HistoryQueries;
import org.jboss.resteasy.reactive.RestResponse;

/** The approval history: who did what, in which seat, on which revision and exhibits; refusals included. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class HistoryResource {
    private final HistoryQueries queries;
    private final Acting acting;

    HistoryResource(HistoryQueries queries, Acting acting) {
        this.queries = queries;
        this.acting = acting;
    }

    /** 404 where nothing of it may be seen, as for a case that isn't there. */
    @GET
    @Path("/cases/{id}/history")
    @RolesAllowed("**")
    public RestResponse<Page<HistoryQueries.Row>> ofCase(
            @PathParam("id") UUID id,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        acting.actor();
        return answer(queries.ofCase(id, cursor, limit), cursor, limit, asked);
    }

    @GET
    @Path("/packages/{id}/history")
    @RolesAllowed("**")
    public RestResponse<Page<HistoryQueries.Row>> ofPackage(
            @PathParam("id") UUID id,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        acting.actor();
        return answer(queries.ofPackage(id, cursor, limit), cursor, limit, asked);
    }

    @GET
    @Path("/history")
    @RolesAllowed("auditor")
    public RestResponse<Page<HistoryQueries.Row>> all(
            @QueryParam("agency") String agency,
            @QueryParam("programme") String programme,
            @QueryParam("type") String type,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("newestFirst") boolean newestFirst,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        acting.actor();
        List<HistoryQueries.Row> rows = queries.all(
                agency, programme, type, instant("from", from), instant("to", to), newestFirst, cursor, limit);
        return Pages.answer(asked, Page.of(rows, limit, HistoryQueries.Row::cursor));
    }

    private static RestResponse<Page<HistoryQueries.Row>> answer(
            List<HistoryQueries.Row> rows, Cursor cursor, Limit limit, UriInfo asked) {
        if (rows.isEmpty() && cursor == null) {
            throw ProblemException.notFound();
        }
        return Pages.answer(asked, Page.of(rows, limit, HistoryQueries.Row::cursor));
    }

    private static Instant instant(String name, String text) {
        try {
            return text == null || text.isBlank() ? null : Moments.parse(text);
        } catch (DateTimeParseException noInstant) {
            throw ProblemException.invalidParameter(name, "no-instant", "An instant as in 2026-11-24T12:00:00Z.");
        }
    }
}
