package lockstep.listing.proposal.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.listing.evidence.ExhibitFacts;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.programme.Horizon;
import lockstep.listing.proposal.AcceptProposal;
import lockstep.listing.proposal.AdviseOnProposal;
import lockstep.listing.proposal.CitedFacts;
import lockstep.listing.proposal.ConsultOnProposal;
import lockstep.listing.proposal.EndorseProposal;
import lockstep.listing.proposal.FindSufficient;
import lockstep.listing.proposal.HoldProposal;
import lockstep.listing.proposal.Opinion;
import lockstep.listing.proposal.ResubmitProposal;
import lockstep.listing.proposal.ResumeProposal;
import lockstep.listing.proposal.ReturnCode;
import lockstep.listing.proposal.ReturnProposal;
import lockstep.listing.proposal.SubmitProposal;
import lockstep.listing.proposal.WithdrawProposal;
import lockstep.listing.proposal.web.ProposalBodies.Acceptance;
import lockstep.listing.proposal.web.ProposalBodies.Consultation;
import lockstep.listing.proposal.web.ProposalBodies.Hold;
import lockstep.listing.proposal.web.ProposalBodies.Note;
import lockstep.listing.proposal.web.ProposalBodies.OpinionInput;
import lockstep.listing.proposal.web.ProposalBodies.ProposalView;
import lockstep.listing.proposal.web.ProposalBodies.Return;
import lockstep.listing.proposal.web.ProposalBodies.Submission;
import lockstep.listing.proposal.web.ProposalBodies.WhatChanged;
import lockstep.listing.proposal.web.ProposalBodies.Why;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Acts on a proposal: each names the revision that its actor has read, and is done once however often it is sent. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProposalActsResource {
    private final SubmitProposal submitting;
    private final AcceptProposal accepting;
    private final ReturnProposal returning;
    private final EndorseProposal endorsing;
    private final AdviseOnProposal advising;
    private final ConsultOnProposal consulting;
    private final FindSufficient finding;
    private final HoldProposal holding;
    private final ResumeProposal resuming;
    private final WithdrawProposal withdrawing;
    private final ResubmitProposal resubmitting;
    private final CitedFacts cited;
    private final ProposalViews views;
    private final Horizon horizon;
    private final Idempotency idempotency;
    private final Acting acting;

    ProposalActsResource(
            SubmitProposal submitting,
            AcceptProposal accepting,
            ReturnProposal returning,
            EndorseProposal endorsing,
            AdviseOnProposal advising,
            ConsultOnProposal consulting,
            FindSufficient finding,
            HoldProposal holding,
            ResumeProposal resuming,
            WithdrawProposal withdrawing,
            ResubmitProposal resubmitting,
            CitedFacts cited,
            ProposalViews views,
            Horizon horizon,
            Idempotency idempotency,
            Acting acting) {
        this.submitting = submitting;
        this.accepting = accepting;
        this.returning = returning;
        this.endorsing = endorsing;
        this.advising = advising;
        this.consulting = consulting;
        this.finding = finding;
        this.holding = holding;
        this.resuming = resuming;
        this.withdrawing = withdrawing;
        this.resubmitting = resubmitting;
        this.cited = cited;
        this.views = views;
        this.horizon = horizon;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    record Done(UUID id) {}

    @POST
    @Path("/proposals/{id}/submit")
    @RolesAllowed("submitter")
    public ProposalView submit(@PathParam("id") UUID id, Submission body, @HeaderParam(Idempotency.HEADER) String key) {
        revision(body == null ? null : body.revisionRead());
        Map<ExhibitRef, ExhibitFacts> exhibits = cited.of(id, actor());
        return once(
                id,
                "submit",
                body,
                key,
                () -> submitting.submit(id, body.revisionRead(), body.reply(), exhibits, actor()));
    }

    @POST
    @Path("/proposals/{id}/accept")
    @RolesAllowed({"chair", "registrar"})
    public ProposalView accept(@PathParam("id") UUID id, Acceptance body, @HeaderParam(Idempotency.HEADER) String key) {
        revision(body == null ? null : body.revisionRead());
        var judgements = body.judgements() == null ? List.<lockstep.listing.proposal.Judgement>of() : body.judgements();
        return once(id, "accept", body, key, () -> accepting.accept(id, body.revisionRead(), judgements, actor()));
    }

    @POST
    @Path("/proposals/{id}/return")
    @RolesAllowed({"reviewer", "legal", "chair"})
    public ProposalView sendBack(@PathParam("id") UUID id, Return body, @HeaderParam(Idempotency.HEADER) String key) {
        revision(body == null ? null : body.revisionRead());
        boolean known =
                Arrays.stream(ReturnCode.values()).anyMatch(code -> code.name().equals(body.code()));
        new Checks()
                .when(!known, "/code", "unknown-code", "No such code.")
                .text("/text", body.text(), 4000)
                .pass();
        return once(
                id,
                "return",
                body,
                key,
                () -> returning.sendBack(
                        id, body.revisionRead(), ReturnCode.valueOf(body.code()), body.text(), actor()));
    }

    @POST
    @Path("/proposals/{id}/endorse")
    @RolesAllowed("reviewer")
    public ProposalView endorse(@PathParam("id") UUID id, Note body, @HeaderParam(Idempotency.HEADER) String key) {
        revision(body == null ? null : body.revisionRead());
        return once(id, "endorse", body, key, () -> endorsing.endorse(id, body.revisionRead(), body.note(), actor()));
    }

    @POST
    @Path("/proposals/{id}/advisory-endorsements")
    @RolesAllowed("reviewer")
    public ProposalView advise(@PathParam("id") UUID id, Note body, @HeaderParam(Idempotency.HEADER) String key) {
        revision(body == null ? null : body.revisionRead());
        new Checks().text("/note", body.note(), 4000).pass();
        return once(id, "advise", body, key, () -> advising.advise(id, body.revisionRead(), body.note(), actor()));
    }

    @POST
    @Path("/proposals/{id}/consultations")
    @RolesAllowed("chair")
    public ProposalView consult(
            @PathParam("id") UUID id, Consultation body, @HeaderParam(Idempotency.HEADER) String key) {
        revision(body == null ? null : body.revisionRead());
        Checks checks = new Checks()
                .text("/agency", body.agency(), 32)
                .present("/on", body.on())
                .text("/person", body.person(), 200)
                .line("/person", body.person())
                .text("/outcome", body.outcome(), 4000);
        horizon.decided(checks, "/on", body.on()).pass();
        var said = new ConsultOnProposal.Consulted(body.agency(), body.on(), body.person(), body.outcome());
        return once(id, "consultations", body, key, () -> consulting.consult(id, body.revisionRead(), said, actor()));
    }

    @POST
    @Path("/proposals/{id}/find-sufficient")
    @RolesAllowed("legal")
    @Level2
    public ProposalView findSufficient(
            @PathParam("id") UUID id, OpinionInput body, @HeaderParam(Idempotency.HEADER) String key) {
        revision(body == null ? null : body.revisionRead());
        Opinion opinion = new Opinion(body.standard(), body.criterion(), body.proportionality(), body.disclosability());
        return once(id, "find-sufficient", body, key, () -> finding.find(id, body.revisionRead(), opinion, actor()));
    }

    @POST
    @Path("/proposals/{id}/hold")
    @RolesAllowed("chair")
    public ProposalView hold(@PathParam("id") UUID id, Hold body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        Checks checks = new Checks().text("/reason", body.reason(), 2000).present("/reviewBy", body.reviewBy());
        horizon.planned(checks, "/reviewBy", body.reviewBy()).pass();
        return once(id, "hold", body, key, () -> holding.hold(id, body.reason(), body.reviewBy(), actor()));
    }

    @POST
    @Path("/proposals/{id}/resume")
    @RolesAllowed("chair")
    public ProposalView resume(@PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key) {
        return once(id, "resume", null, key, () -> resuming.resume(id, actor()));
    }

    @POST
    @Path("/proposals/{id}/withdraw")
    @RolesAllowed("submitter")
    public ProposalView withdraw(@PathParam("id") UUID id, Why body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().text("/reason", body.reason(), 2000).pass();
        return once(id, "withdraw", body, key, () -> withdrawing.withdraw(id, body.reason(), actor()));
    }

    @POST
    @Path("/proposals/{id}/resubmit")
    @RolesAllowed("analyst")
    @APIResponseSchema(value = ProposalView.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<ProposalView> resubmit(
            @PathParam("id") UUID id, WhatChanged body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().text("/whatChanged", body.whatChanged(), 4000).pass();
        Done made = idempotency.once(
                key,
                "POST /proposals/" + id + "/resubmit",
                body,
                Done.class,
                () -> new Done(
                        resubmitting.resubmit(id, body.whatChanged(), actor()).id()));
        return Answers.created("/api/v1/proposals/" + made.id(), views.of(made.id()));
    }

    private ProposalView once(UUID id, String act, Object body, String key, Runnable command) {
        idempotency.once(key, "POST /proposals/" + id + "/" + act, body, command);
        return views.of(id);
    }

    private Actor actor() {
        return acting.actor();
    }

    private static void revision(Integer read) {
        new Checks().present("/revisionRead", read).pass();
    }
}
