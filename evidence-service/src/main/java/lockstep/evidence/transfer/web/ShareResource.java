package lockstep.evidence.transfer.web;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import lockstep.evidence.transfer.FindShares;
import lockstep.evidence.transfer.Shares.Period;
import lockstep.evidence.transfer.Shares.Share;
import lockstep.evidence.transfer.Transfer;
import lockstep.evidence.transfer.TransferRules;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.web.Moments;
import lockstep.kit.web.Pages;
import org.jboss.resteasy.reactive.RestResponse;

/** An agency's shares of personal data with other legal orders, and the legal basis of each. */
@Path("/api/v1")
@RunOnVirtualThread
@RolesAllowed({RELEASE_OFFICER, AUDITOR})
public class ShareResource {
    private final FindShares find;
    private final TransferRules rules;
    private final Acting acting;

    ShareResource(FindShares find, TransferRules rules, Acting acting) {
        this.find = find;
        this.rules = rules;
        this.acting = acting;
    }

    @GET
    @Path("agencies/{code}/personal-data-shares")
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<Page<Share>> list(
            @PathParam("code") String agency,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        return Pages.answer(
                asked,
                find.page(agency, period(from, to), cursor, limit, acting.actor())
                        .orElseThrow(ShareResource::notTheirs));
    }

    @GET
    @Path("agencies/{code}/personal-data-shares.csv")
    @Produces("text/csv; charset=utf-8")
    public RestResponse<String> csv(
            @PathParam("code") String agency, @QueryParam("from") String from, @QueryParam("to") String to) {
        String csv =
                SharesCsv.of(find.all(agency, period(from, to), acting.actor()).orElseThrow(ShareResource::notTheirs));
        return RestResponse.ResponseBuilder.ok(csv)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"personal-data-shares.csv\"")
                .build();
    }

    /** On which legal bases the reader's own agency may share personal data, and with which countries it needs one. */
    @GET
    @Path("legal-bases")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({ANALYST, RELEASE_OFFICER, REGISTRAR})
    public Transfer.Choice legalBases() {
        return rules.all(acting.actor().agency().code());
    }

    private static Period period(String from, String to) {
        return new Period(instant("from", from), instant("to", to));
    }

    private static Instant instant(String name, String text) {
        try {
            return text == null || text.isBlank() ? null : Moments.parse(text);
        } catch (DateTimeParseException noInstant) {
            throw ProblemException.invalidParameter(name, "no-instant", "An instant as in 2026-11-24T12:00:00Z.");
        }
    }

    /** The same for an agency that there isn't. */
    private static ProblemException notTheirs() {
        return new ProblemException(
                403, "not-permitted", "Only the agency's release officers and the auditors who cover it see this.");
    }
}
