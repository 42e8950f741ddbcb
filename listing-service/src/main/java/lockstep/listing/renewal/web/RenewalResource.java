package lockstep.listing.renewal.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.Checks;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.web.Pages;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.web.OneByOne;
import lockstep.listing.renewal.DraftSheet;
import lockstep.listing.renewal.RenewalQueries;
import org.jboss.resteasy.reactive.RestResponse;

/** The renewal of a programme's list as a whole, for those who propose in it or hold an office or seat of it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RenewalResource {
    private static final int MOST = 500;
    private static final Set<String> SHEETS = Set.of("KEEP", "AMEND", "DROP", "NONE");

    private final Programmes programmes;
    private final Appointments appointments;
    private final RenewalQueries queries;
    private final DraftSheet drafting;
    private final OneByOne oneByOne;
    private final Acting acting;

    RenewalResource(
            Programmes programmes,
            Appointments appointments,
            RenewalQueries queries,
            DraftSheet drafting,
            OneByOne oneByOne,
            Acting acting) {
        this.programmes = programmes;
        this.appointments = appointments;
        this.queries = queries;
        this.drafting = drafting;
        this.oneByOne = oneByOne;
        this.acting = acting;
    }

    private enum WhyNot {
        PROGRAMME_NOT_OPEN_TO_AGENCY
    }

    /**
     * {@code expiresAt} null: nothing of the list is in force. {@code nextTerm}: until when it would last.
     * Counts are of what the reader sees; {@code renewed}: entries beside these that have a later term already.
     */
    record RenewalView(
            String programme,
            Instant expiresAt,
            Instant nextTerm,
            Map<String, Integer> sheets,
            Map<String, Integer> statuses,
            int renewed,
            List<Allowed> allowedActions) {}

    record Wanted(List<UUID> listingIds) {}

    /** {@code proposalId} null and {@code reason} given: no sheet was drafted. */
    record Drafted(UUID listingId, UUID proposalId, String reason, String detail) {}

    record AllDrafted(List<Drafted> items) {}

    record Renewed(String programme) {}

    /** The lists with a term in whose renewal the reader has a part. */
    @GET
    @Path("/renewals")
    @RolesAllowed("**")
    public Page<Renewed> list() {
        Actor actor = acting.actor();
        return new Page<>(
                programmes.all().stream()
                        .filter(its -> its.renewedAsAWhole() && hasPart(its, actor))
                        .map(its -> new Renewed(its.code()))
                        .toList(),
                null);
    }

    @GET
    @Path("/programmes/{code}/renewal")
    @RolesAllowed("**")
    public RenewalView get(@PathParam("code") String code) {
        Actor actor = acting.actor();
        Programme its = seen(code, actor);
        Optional<RenewalQueries.Term> term = queries.term(code);
        List<Allowed> allowed = new ArrayList<>();
        if (actor.has(Role.ANALYST)) {
            WhyNot no = its.openTo(actor.agency().code()) ? null : WhyNot.PROGRAMME_NOT_OPEN_TO_AGENCY;
            allowed.add(Allowed.unless("draft-sheets", no, null));
        }
        return new RenewalView(
                code,
                term.map(RenewalQueries.Term::expiresAt).orElse(null),
                term.flatMap(known -> its.endOfTerm(known.expiresAt())).orElse(null),
                term.map(RenewalQueries.Term::sheets).orElse(Map.of()),
                term.map(RenewalQueries.Term::statuses).orElse(Map.of()),
                term.map(RenewalQueries.Term::renewed).orElse(0),
                allowed);
    }

    /** {@code sheet}: KEEP, AMEND, DROP or NONE. */
    @GET
    @Path("/programmes/{code}/renewal/entries")
    @RolesAllowed("**")
    public RestResponse<Page<RenewalQueries.Row>> entries(
            @PathParam("code") String code,
            @QueryParam("sheet") String sheet,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        seen(code, acting.actor());
        new Checks()
                .when(sheet != null && !SHEETS.contains(sheet), "/sheet", "unknown-sheet", "KEEP, AMEND, DROP or NONE.")
                .pass();
        return Pages.answer(
                asked, Page.of(queries.entries(code, sheet, cursor, limit), limit, RenewalQueries.Row::cursor));
    }

    /** Drafts a sheet for each, which keeps the entry until it is amended; what has one keeps it, so it may be sent again. */
    @POST
    @Path("/programmes/{code}/renewal/sheets")
    @RolesAllowed("analyst")
    public AllDrafted draft(@PathParam("code") String code, Wanted body) {
        Actor actor = acting.actor();
        seen(code, actor);
        Checks.given(body);
        List<UUID> wanted = body.listingIds();
        boolean given = wanted != null && !wanted.isEmpty() && !wanted.contains(null);
        new Checks()
                .when(!given, "/listingIds", "missing", "Name at least one.")
                .when(given && wanted.size() > MOST, "/listingIds", "too-many", "At most " + MOST + ".")
                .pass();
        return new AllDrafted(
                wanted.stream().map(id -> drafted(code, id, actor)).toList());
    }

    private Drafted drafted(String code, UUID listing, Actor actor) {
        AtomicReference<UUID> sheet = new AtomicReference<>();
        return oneByOne.attempt(
                        "proposal.drafted",
                        "listing",
                        listing,
                        1,
                        () -> sheet.set(drafting.draft(code, listing, actor)))
                .map(why -> new Drafted(listing, null, why.reason(), why.detail()))
                .orElseGet(() -> new Drafted(listing, sheet.get(), null, null));
    }

    /** How many have a sheet is nobody's business who has no part in the renewal, and wrong for whoever sees none. */
    private Programme seen(String code, Actor actor) {
        Programme its =
                programmes.find(code).filter(Programme::renewedAsAWhole).orElseThrow(ProblemException::notFound);
        if (!hasPart(its, actor)) {
            throw new ProblemException(403, "no-office", "You hold no office or seat of this programme.");
        }
        return its;
    }

    private boolean hasPart(Programme its, Actor actor) {
        return its.openTo(actor.agency().code())
                || !appointments.officesOf(actor, its.code()).isEmpty()
                || appointments.seatOf(actor, its.code()).isPresent();
    }
}
