package lockstep.listing.model;

import static lockstep.listing.model.Step.Twist.BEYOND_FORM;
import static lockstep.listing.model.Step.Twist.CONFIRMED;
import static lockstep.listing.model.Step.Twist.EXHIBIT_CLOSED;
import static lockstep.listing.model.Step.Twist.FLAGGED;
import static lockstep.listing.model.Step.Twist.HALF_AN_OPINION;
import static lockstep.listing.model.Step.Twist.IN_FUTURE;
import static lockstep.listing.model.Step.Twist.NOTHING_JUDGED;
import static lockstep.listing.model.Step.Twist.NOT_ADOPTED;
import static lockstep.listing.model.Step.Twist.NOT_QUOTABLE;
import static lockstep.listing.model.Step.Twist.NO_INSTRUMENT;
import static lockstep.listing.model.Step.Twist.NO_NUMBER;
import static lockstep.listing.model.Step.Twist.OTHER_WORDS;
import static lockstep.listing.model.Step.Twist.READ_ANOTHER;
import static lockstep.listing.model.Step.Twist.REPLY;
import static lockstep.listing.model.Step.Twist.RETROACTIVE;
import static lockstep.listing.model.Step.Twist.TOO_FEW_PARAGRAPHS;
import static lockstep.listing.model.Step.Twist.UNKNOWN_ENTRY;
import static lockstep.listing.model.Step.Twist.WITHOUT_REASON;
import static lockstep.listing.model.Step.Twist.WITH_CONDITIONAL_SEATS;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lockstep.auth.Actor;
import lockstep.kit.acting.Acting;
import lockstep.listing.correction.CorrectionKind;
import lockstep.listing.correction.CorrectionsJob;
import lockstep.listing.correction.MakeCorrection;
import lockstep.listing.decision.Choice;
import lockstep.listing.decision.CloseRoundsJob;
import lockstep.listing.decision.DatesAnew;
import lockstep.listing.decision.OpenRound;
import lockstep.listing.decision.Quotable;
import lockstep.listing.decision.RecordedDecision;
import lockstep.listing.decision.SchedulePackage;
import lockstep.listing.decision.Vote;
import lockstep.listing.evidence.Refusals;
import lockstep.listing.language.LanguageText;
import lockstep.listing.proposal.ConsultOnProposal;
import lockstep.listing.proposal.Judgement;
import lockstep.listing.proposal.Opinion;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.ReturnCode;
import lockstep.listing.publication.LapseJob;
import lockstep.listing.publication.ReleaseJob;
import lockstep.listing.testing.MovableClock;

/** Puts an attempt to the service itself: its use cases and jobs, on its real database. */
@Singleton
class Service {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Commands on;
    private final CloseRoundsJob closing;
    private final CorrectionsJob correcting;
    private final ReleaseJob releasing;
    private final LapseJob lapsing;

    Service(Commands on, CloseRoundsJob closing, CorrectionsJob correcting, ReleaseJob releasing, LapseJob lapsing) {
        this.on = on;
        this.closing = closing;
        this.correcting = correcting;
        this.releasing = releasing;
        this.lapsing = lapsing;
    }

    /** Null if it was accepted. */
    Why attempt(Step step, World world, Files files) {
        switch (step.event()) {
            case CLOCK -> MovableClock.set(step.at());
            case JOBS -> {
                closing.run();
                correcting.run();
                releasing.run();
                lapsing.run();
            }
            default -> {
                try {
                    Actor actor = Files.actor(step.by());
                    Acting.asActor(actor, () -> {
                        perform(step, world, files, actor);
                        return null;
                    });
                } catch (RuntimeException refused) {
                    return Why.of(refused);
                }
            }
        }
        return null;
    }

    private void perform(Step step, World world, Files files, Actor actor) {
        switch (step.event()) {
            case DRAFT,
                    AMEND,
                    SUBMIT,
                    ACCEPT,
                    RETURN,
                    ENDORSE,
                    FIND_SUFFICIENT,
                    CONSULT,
                    HOLD,
                    RESUME,
                    WITHDRAW,
                    RESUBMIT,
                    REVISE_SUBJECT,
                    RECUSE -> proposal(step, world, files, actor);
            case VOTE, LIFT, CARVE_OUT, NOTE, CLOSE_FAILED, MOVE_DEADLINE, CANCEL -> round(step, world, files, actor);
            case CORRECT, CONFIRM_CORRECTION, REFUSE_CORRECTION, WITHDRAW_CORRECTION, DEMAND_ROUND ->
                correction(step, files, actor);
            case EXTEND -> {
                LocalDate decided = today(world).plusDays(step.has(IN_FUTURE) ? 2 : 0);
                on.extensions.record(files.listing(step.on()), "FCDO/2024/2", decided, actor);
            }
            case CONFIRM_EXTENSION -> on.extensions.confirm(files.listing(step.on()), actor);
            case WRITE_LANGUAGE -> {
                UUID id = files.proposal(step.on());
                String read = step.has(READ_ANOTHER) ? "0".repeat(64) : files.contentHash(id);
                files.worded(step, on.write.write(id, step.say(), read, inLanguage(step), actor));
            }
            case CONFIRM_LANGUAGE ->
                on.confirmVersion.confirm(
                        files.proposal(step.on()),
                        step.say(),
                        step.has(READ_ANOTHER) ? "0".repeat(64) : files.wordingHash(step),
                        actor);
            default -> pack(step, world, files, actor);
        }
    }

    private static LanguageText inLanguage(Step step) {
        String first = step.say() + (step.has(OTHER_WORDS) ? ": Goods were shipped." : ": It shipped goods.");
        String last = step.say() + ": Therefore it is met.";
        return new LanguageText(
                step.has(OTHER_WORDS) ? "Meridian Vale, " + step.say() : null,
                step.has(TOO_FEW_PARAGRAPHS) ? List.of(first) : List.of(first, last));
    }

    private void correction(Step step, Files files, Actor actor) {
        if (step.event() == Step.Event.CORRECT) {
            UUID of = files.proposal(step.on());
            String read = step.has(READ_ANOTHER) ? "0".repeat(64) : files.textHash(of);
            files.corrected(on.correct
                    .make(of, read, List.of(rewording(step)), "As it is written elsewhere.", actor)
                    .id());
            return;
        }
        UUID id = files.correction(step.on());
        switch (step.event()) {
            case CONFIRM_CORRECTION ->
                on.confirmCorrection.confirm(
                        id, step.has(READ_ANOTHER) ? "0".repeat(64) : files.correctionHash(id), actor);
            case REFUSE_CORRECTION -> on.refuseCorrection.refuse(id, "Not form alone.", actor);
            case WITHDRAW_CORRECTION -> on.withdrawCorrection.withdraw(id, "Not needed.", actor);
            case DEMAND_ROUND -> on.demandRound.demand(id, "It says another thing.", actor);
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    private static MakeCorrection.Wanted rewording(Step step) {
        boolean fact = step.say().equals("FACT");
        String word = step.has(BEYOND_FORM) ? "that" : "it";
        return new MakeCorrection.Wanted(
                fact ? "/reasons/0/text" : "/reasons/1/text",
                CorrectionKind.PUNCTUATION,
                fact ? word.replace('i', 'I') + " shipped goods ." : "Therefore, " + word + " is met.");
    }

    private static Quotable unquotable(Step step, World world, Files files) {
        return new Quotable(
                true,
                world.bundle(step.on()).entries.stream()
                        .map(entry -> files.exhibit(entry.caseNo))
                        .map(its -> new Quotable.Refused(its.exhibitId(), its.version(), null, null, null))
                        .toList());
    }

    private void proposal(Step step, World world, Files files, Actor actor) {
        World.Draft its = world.proposal(step.on());
        UUID id = its == null ? null : files.proposal(step.on());
        int read = its == null ? 0 : its.revision + (step.has(READ_ANOTHER) ? 7 : 0);
        switch (step.event()) {
            case DRAFT -> {
                UUID in = files.caseId(world.caseOf(step.on()));
                Proposal drafted = on.draft.draft(
                        in, files.text(step, step.on(), step.say(), step.entries()), files.marking(), null, actor);
                files.drafted(drafted.id());
            }
            case AMEND ->
                on.amend.amend(
                        id,
                        files.version(id),
                        files.text(
                                step, its.subject, its.kind, its.target == null ? List.of() : List.of(its.target.no)),
                        null,
                        actor);
            case SUBMIT ->
                on.submit.submit(id, read, step.has(REPLY) ? "As it stands." : null, files.facts(its.caseNo), actor);
            case ACCEPT -> on.accept.accept(id, read, judgements(step, files), actor);
            case RETURN -> on.sendBack.sendBack(id, read, ReturnCode.LEGAL_DEFECT, "Mend it.", actor);
            case ENDORSE -> on.endorse.endorse(id, read, "Agreed.", actor);
            case FIND_SUFFICIENT ->
                on.find.find(
                        id, read, new Opinion("Met", "Met", step.has(HALF_AN_OPINION) ? " " : "Yes", "Yes"), actor);
            case CONSULT -> {
                String other = world.procedure.consulted().stream()
                        .filter(agency -> !agency.equals(its.agency))
                        .findFirst()
                        .orElse("US-STATE");
                LocalDate today = today(world);
                on.consult.consult(
                        id,
                        read,
                        new ConsultOnProposal.Consulted(
                                other,
                                step.has(IN_FUTURE) ? today.plusDays(2) : today.minusDays(1),
                                "Desk",
                                "No objection."),
                        actor);
            }
            case HOLD -> on.hold.hold(id, "Talks.", step.at(), actor);
            case RESUME -> {
                UUID pack = on.resume.resume(id, actor).packageId();
                if (pack != null) {
                    files.formed(pack);
                }
            }
            case WITHDRAW -> on.withdraw.withdraw(id, "No longer.", actor);
            case RESUBMIT ->
                files.drafted(on.resubmit.resubmit(id, "New facts.", actor).id());
            case REVISE_SUBJECT ->
                files.revised(
                        step.on(),
                        on.revise.revise(
                                files.subject(step.on()),
                                files.subjectVersion(step.on()),
                                files.otherAddress(step.on()),
                                step.has(CONFIRMED),
                                actor));
            case RECUSE -> on.recuse.declare(files.caseId(step.on()), "A relative works there.", actor);
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    private static List<Judgement> judgements(Step step, Files files) {
        Judgement.Verdict verdict =
                step.has(Step.Twist.JUDGED_SAME) ? Judgement.Verdict.SAME : Judgement.Verdict.SAME_SEVERAL_ROWS;
        return step.has(NOTHING_JUDGED)
                ? List.of()
                : files.possibleDuplicates().stream()
                        .map(match -> new Judgement(match, verdict, "The same in another row."))
                        .toList();
    }

    private static LocalDate today(World world) {
        return world.now.atZone(world.procedure.zone()).toLocalDate();
    }

    private void pack(Step step, World world, Files files, Actor actor) {
        UUID id = step.event() == Step.Event.FORM ? null : files.pack(step.on());
        List<UUID> entries = step.entries().stream().map(files::proposal).toList();
        String hash = id == null || step.has(READ_ANOTHER) ? "0".repeat(64) : files.hash(id);
        switch (step.event()) {
            case FORM ->
                files.formed(on.form
                        .form(world.procedure.code(), "History", "Draft act", entries, actor)
                        .id());
            case ADD_ENTRY -> on.add.add(id, entries, actor);
            case REMOVE_ENTRY -> on.remove.remove(id, entries.getFirst(), actor);
            case DECIDE_WITHOUT ->
                on.without.sign(id, List.of(files.exhibit(files.firstCase(world, step.on()))), actor);
            case OPEN_ROUND -> {
                OpenRound.Order order = new OpenRound.Order(
                        step.at(),
                        step.has(FLAGGED) ? "No other day is left." : null,
                        step.has(WITH_CONDITIONAL_SEATS) ? world.procedure.conditional() : Set.of());
                String first = world.procedure.seats().entrySet().stream()
                        .filter(seat -> step.has(WITH_CONDITIONAL_SEATS)
                                || !world.procedure.conditional().contains(seat.getKey()))
                        .min(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .orElse("");
                List<Refusals.Refused> refused = step.has(EXHIBIT_CLOSED)
                        ? List.of(files.refused(first, files.firstCase(world, step.on())))
                        : List.of();
                files.opened(step.on(), on.open.open(id, order, refused, actor).id());
            }
            case RECORD -> {
                List<UUID> out = new ArrayList<>(entries);
                if (step.has(UNKNOWN_ENTRY)) {
                    out.add(UUID.randomUUID());
                }
                List<RecordedDecision.Act> acts = world.procedure.instruments().entrySet().stream()
                        .map(act -> new RecordedDecision.Act(act.getKey(), act.getValue()))
                        .toList();
                LocalDate date = step.has(IN_FUTURE)
                        ? today(world).plusDays(2)
                        : today(world).minusDays(1);
                files.recorded(
                        step.on(),
                        on.record
                                .write(
                                        id,
                                        hash,
                                        new RecordedDecision.Minutes(
                                                "The body",
                                                date,
                                                !step.has(NOT_ADOPTED),
                                                step.has(NO_INSTRUMENT) ? acts.subList(1, acts.size()) : acts,
                                                out,
                                                null),
                                        actor)
                                .id());
            }
            case CONFIRM_RECORD -> on.confirm.confirm(files.record(step.on()), hash, actor);
            case REFUSE_RECORD -> on.refuse.refuse(files.record(step.on()), "Not so.", actor);
            case ESCALATE -> on.escalate.escalate(id, "To the higher body.", actor);
            case SCHEDULE ->
                on.schedule.schedule(
                        id,
                        hash,
                        new SchedulePackage.Order(
                                step.at(),
                                step.has(RETROACTIVE) ? LocalDate.of(1999, 1, 2) : null,
                                world.procedure.cites() ? "89 FR 10001" : null,
                                printed(step, world, files)),
                        step.has(NOT_QUOTABLE) ? unquotable(step, world, files) : Quotable.ALL,
                        actor);
            case UNSCHEDULE -> on.unschedule.unschedule(id, "Later.", actor);
            case GIVE_GO -> on.go.give(id, DatesAnew.NONE, actor);
            case HOLD_RELEASE -> on.holdRelease.hold(id, "Wait.", actor);
            case LIFT_HOLD -> on.liftHold.lift(id, actor);
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    private static List<SchedulePackage.Printed> printed(Step step, World world, Files files) {
        return world.bundle(step.on()).entries.stream()
                .filter(entry -> !entry.printsNothingAnew())
                .map(entry -> new SchedulePackage.Printed(
                        files.proposal(entry.no), step.has(NO_NUMBER) ? null : number(world), LocalDate.of(2024, 1, 2)))
                .toList();
    }

    /** Of the list's form, and given once. */
    private static String number(World world) {
        int next = NUMBERS.getAndIncrement();
        return world.procedure.code().equals("UK-RUS") ? "RUS" + (10_000 + next % 90_000) : "" + (1_000_000 + next);
    }

    private void round(Step step, World world, Files files, Actor actor) {
        UUID id = files.round(step.on());
        List<UUID> entries =
                new ArrayList<>(step.entries().stream().map(files::proposal).toList());
        switch (step.event()) {
            case VOTE -> {
                if (step.has(UNKNOWN_ENTRY)) {
                    entries.add(UUID.randomUUID());
                }
                Vote.Ballot ballot = new Vote.Ballot(
                        Choice.valueOf(step.say()),
                        entries,
                        step.has(WITHOUT_REASON) || Set.of("APPROVE", "ABSTAIN").contains(step.say())
                                ? ""
                                : "Not ripe.",
                        step.say().equals("RESERVE") ? step.at() : null,
                        List.of());
                List<Refusals.Refused> closed = step.has(EXHIBIT_CLOSED)
                        ? List.of(files.refused(step.by().agency(), files.firstCase(world, step.on())))
                        : List.of();
                on.vote.cast(id, step.has(READ_ANOTHER) ? "0".repeat(64) : files.roundHash(id), ballot, closed, actor);
            }
            case LIFT -> on.lift.lift(id, "Settled.", actor);
            case CARVE_OUT -> on.carve.carve(id, Set.copyOf(entries), step.at(), "To go on.", actor);
            case NOTE -> on.note.write(id, "We met.", actor);
            case CLOSE_FAILED -> on.fail.close(id, "No agreement.", actor);
            case MOVE_DEADLINE ->
                on.move.move(id, step.at(), step.has(FLAGGED) ? "No other day is left." : null, "More time.", actor);
            case CANCEL -> on.cancel.cancel(id, "Called off.", actor);
            default -> throw new IllegalArgumentException(step.toString());
        }
    }
}
