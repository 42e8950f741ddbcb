package lockstep.web.services;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** evidence-service as the person who is logged in may use it. */
@Path("/api/v1")
@RegisterRestClient(configKey = "evidence-service")
@RegisterProvider(CallerToken.class)
@RegisterProvider(RefusalReader.class)
public interface EvidenceService {

    @GET
    @Path("cases/{id}/exhibits")
    Listed<ExhibitRow> exhibits(
            @PathParam("id") String caseId, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit);

    @POST
    @Path("cases/{id}/exhibits")
    ExhibitMade addExhibit(
            @PathParam("id") String caseId, JsonNode metadata, @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("cases/{id}/pointers")
    JsonNode addPointer(@PathParam("id") String caseId, JsonNode said, @HeaderParam(ListingService.ONCE) String once);

    @GET
    @Path("exhibits/{id}/pointer")
    PointerView pointer(@PathParam("id") String id);

    @POST
    @Path("exhibits/{id}/versions")
    ExhibitMade correctExhibit(
            @PathParam("id") String id, JsonNode metadata, @HeaderParam(ListingService.ONCE) String once);

    @PUT
    @Path("exhibits/{id}/versions/{version}/content")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    JsonNode putContent(@PathParam("id") String id, @PathParam("version") int version, InputStream bytes);

    /** Those of the versions named that the reader may see; no opening of any, so none is noted. */
    @POST
    @Path("exhibits/lookup")
    JsonNode lookup(JsonNode items);

    @GET
    @Path("exhibits/{id}")
    ExhibitView exhibit(@PathParam("id") String id);

    @GET
    @Path("exhibits/{id}/versions/{version}/content")
    Response content(
            @PathParam("id") String id,
            @PathParam("version") int version,
            @QueryParam("purpose") String purpose,
            @QueryParam("original") Boolean original);

    @POST
    @Path("traces")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    Traces trace(InputStream leaked);

    /** The report as JSON, passed on as it comes. */
    @GET
    @Path("exhibits/{id}/custody-report")
    Response custodyReport(@PathParam("id") String id, @QueryParam("after") String after);

    @GET
    @Path("exhibits/{id}/custody-report.pdf")
    @Produces("application/pdf")
    Response printedCustodyReport(
            @PathParam("id") String id, @QueryParam("after") String after, @QueryParam("language") String language);

    @GET
    @Path("exhibits/{id}/versions/{version}/handling")
    HandlingView handling(@PathParam("id") String id, @PathParam("version") int version);

    @POST
    @Path("exhibits/{id}/versions/{version}/transfers")
    JsonNode recordTransfer(
            @PathParam("id") String id,
            @PathParam("version") int version,
            JsonNode transfer,
            @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("cases/{id}/batches")
    Made openBatch(@PathParam("id") String caseId, JsonNode said, @HeaderParam(ListingService.ONCE) String once);

    @GET
    @Path("batches/{id}")
    BatchView batch(@PathParam("id") String id);

    @GET
    @Path("batches/{id}/uploads")
    Listed<UploadRow> uploads(
            @PathParam("id") String batchId,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit);

    @GET
    @Path("batches/{id}/exhibits")
    Listed<BatchExhibitRow> batchExhibits(
            @PathParam("id") String batchId, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit);

    @POST
    @Path("exhibits/descriptions")
    DescribedAnew describeAnew(JsonNode changes, @HeaderParam(ListingService.ONCE) String once);

    @GET
    @Path("cases/{id}/description-defaults")
    DescriptionDefaults descriptionDefaults(@PathParam("id") String caseId);

    @POST
    @Path("uploads/{id}/retry")
    UploadRow retryUpload(@PathParam("id") String id);

    @GET
    @Path("exhibits/{id}/history")
    Listed<HistoryItem> custody(
            @PathParam("id") String id, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit);

    @GET
    @Path("cases/{id}/exhibit-history")
    Listed<HistoryItem> exhibitHistory(
            @PathParam("id") String caseId, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit);

    @GET
    @Path("exhibits/{id}/versions/{version}/readers")
    Listed<MayRead> readers(@PathParam("id") String id, @PathParam("version") int version);

    @GET
    @Path("exhibits/{id}/releases-to-me")
    Listed<ReleasedToMe> releasedToMe(@PathParam("id") String id);

    /** Those of the versions, each with {@code exhibitId} and {@code version}, of which the reader can ask for a release. */
    @POST
    @Path("cases/{id}/askable-versions")
    JsonNode askable(@PathParam("id") String caseId, JsonNode items);

    @POST
    @Path("cases/{id}/release-requests")
    JsonNode askForRelease(
            @PathParam("id") String caseId, JsonNode request, @HeaderParam(ListingService.ONCE) String once);

    @GET
    @Path("release-requests")
    Listed<ReleaseView> releases(
            @QueryParam("status") String status,
            @QueryParam("side") String side,
            @QueryParam("exhibitId") String exhibitId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit);

    @GET
    @Path("release-requests/{id}")
    ReleaseView release(@PathParam("id") String id);

    @POST
    @Path("release-requests/{id}/{verb}")
    ReleaseView decide(
            @PathParam("id") String id,
            @PathParam("verb") String verb,
            JsonNode decision,
            @HeaderParam(ListingService.ONCE) String once);

    @GET
    @Path("inbox")
    Listed<InboxItem> inbox();

    @POST
    @Path("exhibits/{id}/versions/{version}/scan-override")
    JsonNode proposeScanOverride(
            @PathParam("id") String id,
            @PathParam("version") int version,
            JsonNode reason,
            @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("exhibits/{id}/versions/{version}/scan-override/confirm")
    JsonNode confirmScanOverride(
            @PathParam("id") String id,
            @PathParam("version") int version,
            @HeaderParam(ListingService.ONCE) String once);

    @GET
    @Path("exhibits/{id}/versions/{version}/parts")
    PartsView parts(@PathParam("id") String id, @PathParam("version") int version);

    @POST
    @Path("exhibits/{id}/versions/{version}/parts")
    JsonNode openIntoParts(
            @PathParam("id") String id,
            @PathParam("version") int version,
            @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("exhibits/{id}/withdraw")
    JsonNode withdraw(@PathParam("id") String id, JsonNode reason, @HeaderParam(ListingService.ONCE) String once);

    @GET
    @Path("storage/keys")
    Listed<StorageKey> storageKeys();

    @GET
    @Path("storage/health")
    StorageHealth storageHealth();

    @POST
    @Path("storage/damaged/verify")
    void verifyDamagedAgain();

    @GET
    @Path("exhibits/{id}/keeping")
    KeepingView keeping(@PathParam("id") String id);

    @POST
    @Path("exhibits/{id}/holds")
    JsonNode setHold(@PathParam("id") String id, JsonNode reason, @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("exhibits/{id}/holds/{holdId}/lift")
    JsonNode liftHold(
            @PathParam("id") String id,
            @PathParam("holdId") String holdId,
            JsonNode reason,
            @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("exhibits/{id}/disposal")
    JsonNode proposeDisposal(
            @PathParam("id") String id, JsonNode reason, @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("exhibits/{id}/disposal/confirm")
    JsonNode confirmDisposal(@PathParam("id") String id, @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("exhibits/{id}/disposal/drop")
    JsonNode dropDisposal(@PathParam("id") String id, @HeaderParam(ListingService.ONCE) String once);

    @GET
    @Path("legal-bases")
    ReleaseView.Choice legalBases();

    @GET
    @Path("agencies/{code}/personal-data-shares")
    Listed<ShareRow> shares(
            @PathParam("code") String agency,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit);

    /** As CSV, passed on as it comes. */
    @GET
    @Path("agencies/{code}/personal-data-shares.csv")
    @Produces("text/csv")
    Response sharesFile(@PathParam("code") String agency, @QueryParam("from") String from, @QueryParam("to") String to);

    @GET
    @Path("exhibits/{id}/source")
    SourceView source(@PathParam("id") String id);

    @POST
    @Path("exhibits/{id}/source")
    SourceView sealSource(@PathParam("id") String id, JsonNode details);

    @POST
    @Path("exhibits/{id}/source/open")
    SourceDetails openSource(@PathParam("id") String id, JsonNode purpose);

    @POST
    @Path("exhibits/{id}/source/handlers")
    SourceView nameHandler(@PathParam("id") String id, JsonNode named, @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("exhibits/{id}/source/handlers/{handlerId}/{verb}")
    SourceView handler(
            @PathParam("id") String id,
            @PathParam("handlerId") String handlerId,
            @PathParam("verb") String verb,
            @HeaderParam(ListingService.ONCE) String once);
}
