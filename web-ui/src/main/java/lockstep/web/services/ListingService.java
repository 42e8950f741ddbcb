package lockstep.web.services;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.rest.client.reactive.ClientQueryParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** listing-service as the person who is logged in may use it. */
@Path("/api/v1")
@RegisterRestClient(configKey = "listing-service")
@RegisterProvider(CallerToken.class)
@RegisterProvider(RefusalReader.class)
public interface ListingService {
    String IF_MATCH = "If-Match";
    String ONCE = "Idempotency-Key";
    /** Of a list that a page shows whole. */
    String MOST = "200";

    /** The service learns by it also in which language the person reads, for mails. */
    @GET
    @Path("me")
    Me me(@HeaderParam("Accept-Language") String language);

    @GET
    @Path("notices")
    Listed<NoticeRow> notices(@QueryParam("limit") Integer limit);

    @GET
    @Path("notices/mailing")
    Mailing mailing();

    @GET
    @Path("notices/not-mailed")
    Listed<NotMailedRow> notMailed();

    @GET
    @Path("agencies")
    Listed<AgencyRow> agencies();

    @GET
    @Path("inbox")
    Listed<InboxItem> inbox();

    @GET
    @Path("programmes")
    Listed<ProgrammeView> programmes();

    @GET
    @Path("programmes/{code}")
    ProgrammeView programme(@PathParam("code") String code);

    @GET
    @Path("cases")
    Listed<CaseRow> cases(
            @QueryParam("q") String query,
            @QueryParam("programme") String programme,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("cases/{id}")
    CaseView caseFile(@PathParam("id") String id);

    @POST
    @Path("cases")
    CaseView openCase(JsonNode text, @HeaderParam(ONCE) String once);

    @POST
    @Path("cases/{id}/{part}")
    JsonNode addToCase(
            @PathParam("id") String id, @PathParam("part") String part, JsonNode body, @HeaderParam(ONCE) String once);

    @PATCH
    @Path("cases/{id}")
    CaseView describeCase(@PathParam("id") String id, @HeaderParam(IF_MATCH) String version, JsonNode text);

    @GET
    @Path("subjects/{id}")
    SubjectView subject(@PathParam("id") String id);

    /** The text as it came, for a form to change and send back whole. */
    @GET
    @Path("subjects/{id}")
    JsonNode subjectText(@PathParam("id") String id);

    @PUT
    @Path("subjects/{id}")
    JsonNode reviseSubject(
            @PathParam("id") String id,
            @HeaderParam(IF_MATCH) String version,
            @QueryParam("materialChange") Boolean materialChange,
            JsonNode text);

    @GET
    @Path("proposals")
    Listed<ProposalRow> proposals(
            @QueryParam("programme") String programme,
            @QueryParam("status") String status,
            @QueryParam("caseId") String caseId,
            @QueryParam("agency") String agency,
            @QueryParam("package") String inPackage,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit);

    @GET
    @Path("proposals/{id}")
    ProposalView proposal(@PathParam("id") String id);

    /** As it came, for a form to change and send back whole. */
    @GET
    @Path("proposals/{id}")
    JsonNode proposalText(@PathParam("id") String id);

    @GET
    @Path("proposals/{id}/revisions/{n}")
    ProposalView.Text revision(@PathParam("id") String id, @PathParam("n") int revision);

    @PUT
    @Path("proposals/{id}")
    JsonNode amendProposal(@PathParam("id") String id, @HeaderParam(IF_MATCH) String version, JsonNode text);

    @GET
    @Path("proposals/{id}/duplicates")
    Listed<DuplicateRow> duplicates(@PathParam("id") String id);

    @POST
    @Path("listings/{id}/extension/confirm")
    JsonNode confirmExtension(@PathParam("id") String id, @HeaderParam(ONCE) String once);

    @GET
    @Path("packages/{id}/prints")
    PackagePrints prints(@PathParam("id") String id);

    @POST
    @Path("listings/{id}/discrepancy/acceptances")
    ListingView proposeAcceptance(@PathParam("id") String id, JsonNode body, @HeaderParam(ONCE) String once);

    /** {@code verb}: confirm or refuse. */
    @POST
    @Path("listings/{id}/discrepancy/acceptances/{acceptance}/{verb}")
    ListingView answerAcceptance(
            @PathParam("id") String id,
            @PathParam("acceptance") String acceptance,
            @PathParam("verb") String verb,
            JsonNode body,
            @HeaderParam(ONCE) String once);

    /** Any act on a thing that has an id: {@code proposals/…/submit}, {@code rounds/…/votes}, {@code records/…/confirm}. */
    @POST
    @Path("{kind}/{id}/{verb}")
    JsonNode act(
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @PathParam("verb") String verb,
            JsonNode body,
            @HeaderParam(ONCE) String once);

    @GET
    @Path("packages")
    Listed<PackageRow> packages(
            @QueryParam("programme") String programme,
            @QueryParam("status") String status,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("packages/{id}")
    PackageView packageView(@PathParam("id") String id);

    @POST
    @Path("packages")
    PackageView formPackage(JsonNode body, @HeaderParam(ONCE) String once);

    @DELETE
    @Path("packages/{id}/entries/{proposal}")
    JsonNode takeOut(@PathParam("id") String id, @PathParam("proposal") String proposal);

    @GET
    @Path("packages/{id}/impact-notes")
    @ClientQueryParam(name = "limit", value = MOST)
    Listed<ImpactNoteView> impactNotes(@PathParam("id") String id);

    @GET
    @Path("{kind}/{id}/notes")
    @ClientQueryParam(name = "limit", value = MOST)
    Listed<NoteView> notes(@PathParam("kind") String kind, @PathParam("id") String id);

    @GET
    @Path("rounds/{id}")
    RoundView round(@PathParam("id") String id);

    @GET
    @Path("listings")
    Listed<ListingRow> listings(
            @QueryParam("programme") String programme,
            @QueryParam("q") String query,
            @QueryParam("cursor") String cursor);

    /** Those that come from one case. */
    @GET
    @Path("listings")
    Listed<ListingRow> listingsOf(@QueryParam("caseId") String caseId, @QueryParam("limit") int limit);

    @GET
    @Path("listings/{id}")
    ListingView listing(@PathParam("id") String id);

    /** The newest first; a party that writes more than a page of letters is not to be expected. */
    @GET
    @Path("listings/{id}/observations")
    @ClientQueryParam(name = "limit", value = MOST)
    Listed<ObservationsView> observations(@PathParam("id") String id);

    @GET
    @Path("observations/{id}")
    ObservationsView observation(@PathParam("id") String id);

    @GET
    @Path("packages/{id}/outputs")
    Listed<OutputRow> outputs(@PathParam("id") String id);

    @GET
    @Path("embargo-groups")
    Listed<EmbargoGroupRow> embargoGroups(@QueryParam("cursor") String cursor);

    @GET
    @Path("embargo-groups/{id}")
    EmbargoGroupView embargoGroup(@PathParam("id") String id);

    @POST
    @Path("embargo-groups")
    EmbargoGroupView foundEmbargoGroup(JsonNode body, @HeaderParam(ONCE) String once);

    @POST
    @Path("embargo-groups/{id}/members/{member}/leave")
    void leaveEmbargoGroup(
            @PathParam("id") String id,
            @PathParam("member") String member,
            JsonNode body,
            @HeaderParam(ONCE) String once);

    @GET
    @Path("{kind}/{id}/history")
    Listed<HistoryItem> history(
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit);

    @GET
    @Path("history")
    Listed<HistoryItem> coveredHistory(
            @QueryParam("agency") String agency,
            @QueryParam("programme") String programme,
            @QueryParam("type") String type,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("newestFirst") boolean newestFirst,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit);

    @GET
    @Path("appointments")
    Listed<AppointmentView> appointments(
            @QueryParam("programme") String programme,
            @QueryParam("agency") String agency,
            @QueryParam("status") String status,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("absences")
    @ClientQueryParam(name = "limit", value = MOST)
    Listed<AbsenceView> absences(@QueryParam("programme") String programme);

    /** {@code act}: {@code endorsements}, {@code acceptances}, {@code submissions} or {@code sufficiencies}. */
    @POST
    @Path("proposals/{act}")
    Many many(@PathParam("act") String act, JsonNode body, @HeaderParam(ONCE) String once);

    @GET
    @Path("appointments")
    @ClientQueryParam(name = "limit", value = MOST)
    Listed<AppointmentView> appointmentsOf(@QueryParam("agency") String agency);

    @POST
    @Path("appointments")
    AppointmentView proposeAppointment(JsonNode body, @HeaderParam(ONCE) String once);
}
