package lockstep.evidence.custody.web;

import static lockstep.evidence.access.Roles.*;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.custody.CustodyReport;
import lockstep.evidence.custody.MakeReport;
import lockstep.evidence.custody.MakeReport.Made;
import lockstep.evidence.custody.report.ReportPdf;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.kit.acting.Acting;
import org.jboss.resteasy.reactive.RestResponse;

/** The report of an exhibit's custody, for whoever may read it; that it was made is an entry of the custody. */
@Path("/api/v1")
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
public class ReportResource {
    private final Acting acting;
    private final LookAgain lookAgain;
    private final MakeReport reports;
    private final ReportPdf pdf;

    ReportResource(Acting acting, LookAgain lookAgain, MakeReport reports, ReportPdf pdf) {
        this.acting = acting;
        this.lookAgain = lookAgain;
        this.reports = reports;
        this.pdf = pdf;
    }

    /** The languages in which a report is printed. */
    public enum Language {
        en,
        fr
    }

    @GET
    @Path("exhibits/{id}/custody-report")
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<CustodyReport> json(@PathParam("id") UUID id, @QueryParam("after") UUID after) {
        CustodyReport report = made(id, after, "JSON");
        return RestResponse.ResponseBuilder.ok(report)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"custody-" + id + ".json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("exhibits/{id}/custody-report.pdf")
    @Produces("application/pdf")
    public Response printed(
            @PathParam("id") UUID id, @QueryParam("after") UUID after, @QueryParam("language") Language language) {
        CustodyReport report = made(id, after, "PDF");
        byte[] bytes = pdf.write(report, Locale.forLanguageTag(language == null ? "en" : language.name()));
        return Response.ok(bytes)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"custody-" + id + ".pdf\"")
                .header(HttpHeaders.CONTENT_LENGTH, bytes.length)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private CustodyReport made(UUID id, UUID after, String format) {
        Actor reader = acting.actor();
        reports.number();
        Made made = lookAgain.ifNotFound(
                () -> reports.make(id, after, reader).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND)));
        reports.journalled(made, format);
        return made.report();
    }
}
