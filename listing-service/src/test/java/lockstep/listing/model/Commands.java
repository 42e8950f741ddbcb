package lockstep.listing.model;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import lockstep.listing.casefile.DeclareRecusal;
import lockstep.listing.casefile.DescribeSubject;
import lockstep.listing.casefile.OpenCase;
import lockstep.listing.casefile.ReviseSubject;
import lockstep.listing.correction.ConfirmCorrection;
import lockstep.listing.correction.DemandRound;
import lockstep.listing.correction.MakeCorrection;
import lockstep.listing.correction.RefuseCorrection;
import lockstep.listing.correction.WithdrawCorrection;
import lockstep.listing.decision.AddEntries;
import lockstep.listing.decision.CancelRound;
import lockstep.listing.decision.CarveOut;
import lockstep.listing.decision.CastVote;
import lockstep.listing.decision.CloseFailed;
import lockstep.listing.decision.ConfirmRecord;
import lockstep.listing.decision.DecideWithout;
import lockstep.listing.decision.EscalatePackage;
import lockstep.listing.decision.FormPackage;
import lockstep.listing.decision.GiveGo;
import lockstep.listing.decision.HoldRelease;
import lockstep.listing.decision.LiftHold;
import lockstep.listing.decision.LiftObjection;
import lockstep.listing.decision.MoveDeadline;
import lockstep.listing.decision.OpenRound;
import lockstep.listing.decision.RecordDecision;
import lockstep.listing.decision.RefuseRecord;
import lockstep.listing.decision.RemoveEntry;
import lockstep.listing.decision.SchedulePackage;
import lockstep.listing.decision.UnschedulePackage;
import lockstep.listing.decision.WriteMediationNote;
import lockstep.listing.language.ConfirmLanguageVersion;
import lockstep.listing.language.WriteLanguageVersion;
import lockstep.listing.listing.Extensions;
import lockstep.listing.proposal.AcceptProposal;
import lockstep.listing.proposal.AmendProposal;
import lockstep.listing.proposal.ConsultOnProposal;
import lockstep.listing.proposal.DraftProposal;
import lockstep.listing.proposal.EndorseProposal;
import lockstep.listing.proposal.FindSufficient;
import lockstep.listing.proposal.HoldProposal;
import lockstep.listing.proposal.ResubmitProposal;
import lockstep.listing.proposal.ResumeProposal;
import lockstep.listing.proposal.ReturnProposal;
import lockstep.listing.proposal.SubmitProposal;
import lockstep.listing.proposal.WithdrawProposal;

/** The service's use cases, one per command; no proxy stands before it, so its fields can be read. */
@Singleton
class Commands {
    @Inject
    OpenCase openCase;

    @Inject
    DescribeSubject describe;

    @Inject
    ReviseSubject revise;

    @Inject
    DeclareRecusal recuse;

    @Inject
    DraftProposal draft;

    @Inject
    AmendProposal amend;

    @Inject
    SubmitProposal submit;

    @Inject
    AcceptProposal accept;

    @Inject
    ReturnProposal sendBack;

    @Inject
    EndorseProposal endorse;

    @Inject
    FindSufficient find;

    @Inject
    ConsultOnProposal consult;

    @Inject
    HoldProposal hold;

    @Inject
    ResumeProposal resume;

    @Inject
    WithdrawProposal withdraw;

    @Inject
    ResubmitProposal resubmit;

    @Inject
    FormPackage form;

    @Inject
    AddEntries add;

    @Inject
    RemoveEntry remove;

    @Inject
    DecideWithout without;

    @Inject
    OpenRound open;

    @Inject
    CastVote vote;

    @Inject
    LiftObjection lift;

    @Inject
    CarveOut carve;

    @Inject
    WriteMediationNote note;

    @Inject
    CloseFailed fail;

    @Inject
    MoveDeadline move;

    @Inject
    CancelRound cancel;

    @Inject
    RecordDecision record;

    @Inject
    ConfirmRecord confirm;

    @Inject
    RefuseRecord refuse;

    @Inject
    EscalatePackage escalate;

    @Inject
    SchedulePackage schedule;

    @Inject
    UnschedulePackage unschedule;

    @Inject
    GiveGo go;

    @Inject
    HoldRelease holdRelease;

    @Inject
    LiftHold liftHold;

    @Inject
    MakeCorrection correct;

    @Inject
    ConfirmCorrection confirmCorrection;

    @Inject
    RefuseCorrection refuseCorrection;

    @Inject
    WithdrawCorrection withdrawCorrection;

    @Inject
    DemandRound demandRound;

    @Inject
    Extensions extensions;

    @Inject
    WriteLanguageVersion write;

    @Inject
    ConfirmLanguageVersion confirmVersion;
}
