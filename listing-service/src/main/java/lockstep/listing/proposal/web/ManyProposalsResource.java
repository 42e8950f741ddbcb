package lockstep.listing.proposal.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.listing.evidence.ExhibitFacts;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.proposal.AcceptProposal;
import lockstep.listing.proposal.CitedFacts;
import lockstep.listing.proposal.EndorseProposal;
import lockstep.listing.proposal.FindSufficient;
import lockstep.listing.proposal.Opinion;
import lockstep.listing.proposal.SubmitProposal;

/**
 * The same act on many proposals: each is an act of its own, with its own row in the history and its own refusal, so one that
 * can't be done keeps no other back.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ManyProposalsResource {
    private static final int MOST = 500;

    private final EndorseProposal endorsing;
    private final AcceptProposal accepting;
    private final SubmitProposal submitting;
    private final FindSufficient finding;
    private final CitedFacts cited;
    private final OneByOne oneByOne;
    private final Idempotency idempotency;
    private final Acting acting;

    ManyProposalsResource(
            EndorseProposal endorsing,
            AcceptProposal accepting,
            SubmitProposal submitting,
            FindSufficient finding,
            CitedFacts cited,
            OneByOne oneByOne,
            Idempotency idempotency,
            Acting acting) {
        this.endorsing = endorsing;
        this.accepting = accepting;
        this.submitting = submitting;
        this.finding = finding;
        this.cited = cited;
        this.oneByOne = oneByOne;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    record Read(UUID proposalId, Integer revisionRead) {}

    record Endorsements(List<Read> items, String note) {}

    record Acceptances(List<Read> items) {}

    record Submissions(List<Read> items, String reply) {}

    /** One opinion, which holds for each of them. */
    record Sufficiencies(
            List<Read> items, String standard, String criterion, String proportionality, String disclosability) {}

    /** {@code reason} and {@code detail} as the problem of the single act would say them; null where it is done. */
    record Result(UUID proposalId, boolean done, String reason, String detail) {}

    record Results(List<Result> items) {}

    @POST
    @Path("/proposals/endorsements")
    @RolesAllowed("reviewer")
    public Results endorse(Endorsements body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        checked(body.items()).optionalText("/note", body.note(), 4000).pass();
        return each(
                body.items(),
                "endorse",
                "endorsed",
                key,
                body.note(),
                item -> () -> endorsing.endorse(item.proposalId(), item.revisionRead(), body.note(), acting.actor()));
    }

    /** For those that resemble nothing: one with possible duplicates needs each of them judged, on its own page. */
    @POST
    @Path("/proposals/acceptances")
    @RolesAllowed({"chair", "registrar"})
    public Results accept(Acceptances body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        checked(body.items()).pass();
        return each(
                body.items(),
                "accept",
                "accepted",
                key,
                null,
                item -> () -> accepting.accept(item.proposalId(), item.revisionRead(), List.of(), acting.actor()));
    }

    @POST
    @Path("/proposals/submissions")
    @RolesAllowed("submitter")
    public Results submit(Submissions body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        checked(body.items()).optionalText("/reply", body.reply(), 4000).pass();
        return each(body.items(), "submit", "submitted", key, body.reply(), item -> {
            Map<ExhibitRef, ExhibitFacts> exhibits = cited.of(item.proposalId(), acting.actor());
            return () ->
                    submitting.submit(item.proposalId(), item.revisionRead(), body.reply(), exhibits, acting.actor());
        });
    }

    @POST
    @Path("/proposals/sufficiencies")
    @RolesAllowed("legal")
    @Level2
    public Results findSufficient(Sufficiencies body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        checked(body.items()).pass();
        Opinion opinion = new Opinion(body.standard(), body.criterion(), body.proportionality(), body.disclosability());
        return each(
                body.items(),
                "find-sufficient",
                "found-sufficient",
                key,
                opinion,
                item -> () -> finding.find(item.proposalId(), item.revisionRead(), opinion, acting.actor()));
    }

    private static Checks checked(List<Read> items) {
        boolean given = items != null && !items.isEmpty();
        return new Checks()
                .when(!given, "/items", "missing", "Name at least one.")
                .when(given && items.size() > MOST, "/items", "too-many", "At most " + MOST + ".")
                .when(
                        given
                                && items.stream()
                                        .anyMatch(item -> item == null
                                                || item.proposalId() == null
                                                || item.revisionRead() == null),
                        "/items",
                        "missing",
                        "Each names a proposal and the revision that was read.");
    }

    /** What the same key may be sent with again. */
    private record Asked(Read item, Object said) {}

    /** {@code prepared}: the act on one, with what it needs from elsewhere asked before its transaction. */
    private Results each(
            List<Read> items, String act, String done, String key, Object said, Function<Read, Runnable> prepared) {
        List<Result> results = new ArrayList<>();
        for (Read item : items) {
            results.add(one(item, act, done, key, said, prepared));
        }
        return new Results(results);
    }

    private Result one(Read item, String act, String done, String key, Object said, Function<Read, Runnable> prepared) {
        UUID id = item.proposalId();
        return oneByOne.attempt("proposal." + done, "proposal", id, item.revisionRead(), () -> {
                    Runnable command = prepared.apply(item);
                    idempotency.once(
                            Idempotency.of(key, item.proposalId()),
                            "POST /proposals/" + id + "/" + act,
                            new Asked(item, said),
                            command);
                })
                .map(why -> new Result(id, false, why.reason(), why.detail()))
                .orElseGet(() -> new Result(id, true, null, null));
    }
}
