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
import java.util.UUID;
import java.util.function.Consumer;
import lockstep.kit.acting.Acting;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Protection;
import lockstep.kit.journal.Refusals;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Idempotency;
import lockstep.listing.proposal.AcceptProposal;
import lockstep.listing.proposal.EndorseProposal;
import lockstep.listing.proposal.ProposalRefused;

/**
 * The same act on many proposals: each is an act of its own, with its own row in the history and its own refusal, so one that
 * can't be done keeps no other back.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ManyProposalsResource {
    private static final int MOST = 500;
    private static final String UNFOUND = "EU:LIMITE";

    private final EndorseProposal endorsing;
    private final AcceptProposal accepting;
    private final Idempotency idempotency;
    private final Attempt attempt;
    private final Refusals refusals;
    private final Acting acting;

    ManyProposalsResource(
            EndorseProposal endorsing,
            AcceptProposal accepting,
            Idempotency idempotency,
            Attempt attempt,
            Refusals refusals,
            Acting acting) {
        this.endorsing = endorsing;
        this.accepting = accepting;
        this.idempotency = idempotency;
        this.attempt = attempt;
        this.refusals = refusals;
        this.acting = acting;
    }

    record Read(UUID proposalId, Integer revisionRead) {}

    record Endorsements(List<Read> items, String note) {}

    record Acceptances(List<Read> items) {}

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
                item -> endorsing.endorse(item.proposalId(), item.revisionRead(), body.note(), acting.actor()));
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
                item -> accepting.accept(item.proposalId(), item.revisionRead(), List.of(), acting.actor()));
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
    private record Asked(Read item, String note) {}

    private Results each(List<Read> items, String act, String done, String key, String note, Consumer<Read> command) {
        List<Result> results = new ArrayList<>();
        for (Read item : items) {
            results.add(one(item, act, done, key, note, command));
        }
        return new Results(results);
    }

    private Result one(Read item, String act, String done, String key, String note, Consumer<Read> command) {
        // Until it is found, what is refused is known to the actor's own agency alone, and not as the attempt before
        // it.
        String agency = acting.actor().agency().code();
        attempt.on(
                "proposal." + done,
                "proposal",
                item.proposalId(),
                item.revisionRead(),
                null,
                Protection.withinAgency(agency, UNFOUND));
        try {
            idempotency.once(
                    Idempotency.of(key, item.proposalId()),
                    "POST /proposals/" + item.proposalId() + "/" + act,
                    new Asked(item, note),
                    () -> command.accept(item));
            return new Result(item.proposalId(), true, null, null);
        } catch (ProposalRefused refused) {
            String reason = ProposalRefusedMapper.word(refused);
            refusals.write(reason, refused.getMessage());
            return new Result(item.proposalId(), false, reason, refused.getMessage());
        }
    }
}
