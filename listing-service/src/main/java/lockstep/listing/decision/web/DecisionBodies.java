package lockstep.listing.decision.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Marking;
import lockstep.listing.appointment.Absences;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.decision.Choice;
import lockstep.listing.decision.PackageQueries;
import lockstep.listing.decision.Quotable;
import lockstep.listing.decision.RecordedDecision;
import lockstep.listing.decision.Reserve;
import lockstep.listing.decision.Round;
import lockstep.listing.decision.StandsFor;
import lockstep.listing.evidence.ExhibitRef;

/** What requests and answers about packages, rounds and records carry. */
final class DecisionBodies {
    private DecisionBodies() {}

    record NewPackage(String programme, String title, String draftAct, List<UUID> proposalIds) {}

    record MoreEntries(List<UUID> proposalIds) {}

    record NewRound(Instant deadline, String deadlineFlag, Set<String> conditionalSeats, String reason) {}

    record VoteInput(
            String packageHashRead,
            Choice choice,
            List<UUID> entries,
            String reason,
            Instant reserveUntil,
            List<ExhibitRef> decidesWithout) {}

    record Why(String reason) {}

    record Text(String text) {}

    record CarveOutInput(Set<UUID> entries, Instant deadline, String reason) {}

    record DeadlineInput(Instant deadline, String reason, String deadlineFlag) {}

    record InstrumentInput(String type, String number) {}

    record RecordInput(
            String packageHashRead,
            String body,
            LocalDate date,
            Boolean adopted,
            List<InstrumentInput> instruments,
            List<UUID> leftOut,
            ExhibitRef actExhibit) {}

    record HashRead(String packageHashRead) {}

    record PrintedInput(UUID proposalId, String number, LocalDate listedDate) {}

    record Schedule(
            String packageHashRead,
            Instant releaseAt,
            LocalDate inForce,
            String citation,
            List<PrintedInput> entries) {}

    /** {@code listedDates} by proposal. */
    record Dates(LocalDate inForce, Map<UUID, LocalDate> listedDates) {}

    record Items(List<ExhibitRef> items) {}

    record Person(String sub, String account, String agency) {}

    record VoteView(
            Choice choice,
            List<UUID> entries,
            Instant reserveUntil,
            Instant at,
            Person person,
            StandsFor standsFor,
            boolean live,
            String reason,
            String superseded,
            String lifted) {}

    /**
     * {@code absent}: its holder is away now. {@code cannotOpen}: exhibits to which it lost its access and has not spoken,
     * told to the chair and to itself.
     */
    record SeatView(
            String seat,
            String agency,
            boolean holder,
            VoteView vote,
            List<VoteView> earlier,
            Reserve reserve,
            Absences.Absence absent,
            List<ExhibitRef> cannotOpen) {}

    record Tally(long approve, long abstain, long object, long reserve, long silentConsent, long silent) {}

    record RoundView(
            UUID id,
            long version,
            UUID packageId,
            String packageNumber,
            String stage,
            String rule,
            boolean silence,
            String status,
            Instant openedAt,
            Instant deadline,
            String deadlineFlag,
            String zone,
            String packageHash,
            List<UUID> entries,
            String programme,
            String programmeVersion,
            List<SeatView> electorate,
            Tally tally,
            List<Round.Note> notes,
            List<Round.Move> deadlineMoves,
            Instant closedAt,
            String outcomeReason,
            String mySeat,
            StandsFor myStandsFor,
            List<Allowed> allowedActions) {}

    record RoundRow(
            UUID id,
            String stage,
            String status,
            Instant openedAt,
            Instant deadline,
            Instant closedAt,
            String outcomeReason) {}

    record RecordedView(
            UUID id,
            UUID packageId,
            String stage,
            String body,
            LocalDate date,
            boolean adopted,
            List<RecordedDecision.Act> instruments,
            List<UUID> leftOut,
            ExhibitRef actExhibit,
            String packageHash,
            String status,
            String recordedBy,
            Instant recordedAt,
            String confirmedBy,
            Instant confirmedAt,
            String refusal) {}

    record HoldView(String account, String reason) {}

    record Release(
            Instant releaseAt,
            LocalDate inForce,
            String citation,
            Instant goAt,
            HoldView hold,
            String overdue,
            Instant publishedAt,
            UUID embargoGroup) {}

    /** {@code notReleased}: what its print cites and may not, told to publishers and chairs once it is adopted. */
    record PackageView(
            UUID id,
            long version,
            String programme,
            String programmeVersion,
            String number,
            String title,
            String draftAct,
            String status,
            String stage,
            String kinds,
            String hash,
            Marking marking,
            Instant formedAt,
            Instant stagePassedAt,
            List<String> outvoted,
            Instant windowEndsAt,
            int exhibits,
            List<PackageQueries.EntryRow> entries,
            List<PackageQueries.LeftRow> left,
            List<RoundRow> rounds,
            RoundView round,
            List<RecordedView> recorded,
            Release release,
            List<Quotable.Refused> notReleased,
            List<Allowed> allowedActions) {}
}
