package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.auth.Principal;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.casefile.Participation;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.notice.Tell;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.Act;
import lockstep.listing.proposal.Acts;
import lockstep.listing.proposal.Parties;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.Proposals;

/** What every command on a package begins and ends with: take it locked, check who asks, write it into the history. */
@ApplicationScoped
class Desk {
    static final String VOTED = "round.voted";

    private final Packages packages;
    private final Rounds rounds;
    private final Entries entries;
    private final Proposals proposals;
    private final Programmes programmes;
    private final Appointments appointments;
    private final Acts acts;
    private final Participation participation;
    private final Journal journal;
    private final Attempt attempt;
    private final Tell tell;
    private final InstantSource clock;

    Desk(
            Packages packages,
            Rounds rounds,
            Entries entries,
            Proposals proposals,
            Programmes programmes,
            Appointments appointments,
            Acts acts,
            Participation participation,
            Journal journal,
            Attempt attempt,
            Tell tell,
            InstantSource clock) {
        this.packages = packages;
        this.rounds = rounds;
        this.entries = entries;
        this.proposals = proposals;
        this.programmes = programmes;
        this.appointments = appointments;
        this.acts = acts;
        this.participation = participation;
        this.journal = journal;
        this.attempt = attempt;
        this.tell = tell;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The package, locked; whatever is refused from here on is in the history as an attempt of that name. */
    Package take(UUID id, String event, Actor actor) {
        Package its = packages.requireForChange(actor, id);
        attempt.on(event, "package", id, (int) its.version(), its.programme(), its.protection());
        return its;
    }

    /** The round's package, locked, so that nothing else happens to either meanwhile. */
    Package takeOf(UUID roundId, String event, Actor actor) {
        return take(rounds.packageOf(roundId), event, actor);
    }

    /** The round as it stands under its package's lock. */
    Round round(UUID id) {
        return rounds.locked(id);
    }

    Programme programme(Package its) {
        return programme(its.programme());
    }

    Programme programme(String code) {
        return programmes.require(code);
    }

    /** G5: recusal from one entry is recusal from the package. */
    void notRecused(Package its, Actor actor) {
        DecisionRefused.when(
                participation.recused(actor.sub(), entries.cases(its.id())),
                Reason.RECUSED,
                "You are recused from an entry of this package.");
    }

    void mustHold(Office office, Package its, Actor actor) {
        notRecused(its, actor);
        mustHold(office, its.programme(), actor);
    }

    void mustHold(Office office, String programme, Actor actor) {
        DecisionRefused.when(
                !appointments.officesOf(actor, programme).contains(office),
                Reason.NO_OFFICE,
                "You don't hold the office of " + office.name().toLowerCase() + " in this programme.");
    }

    /** G4 over every entry that the package has now. */
    void fourEyes(Act act, Package its, Actor actor) {
        DecisionRefused.when(
                act.breaksFourEyes(acts.inPackage(actor, its.id())),
                Reason.FOUR_EYES,
                "You have put a hand to an entry of this package already: another person must do this.");
    }

    List<Proposal> proposals(Package its, Principal actor) {
        return proposals.inPackage(actor, its.id());
    }

    Set<String> proposers(Package its, Principal actor) {
        return proposals(its, actor).stream().map(Proposal::agency).collect(java.util.stream.Collectors.toSet());
    }

    /** Takes hash and marking from the entries that are left; none left dissolves the package. True if some are left. */
    boolean entriesChanged(Package its, PackageWay way, Principal actor) {
        packages.flush();
        List<Entry> left = entries.of(its.id());
        if (left.isEmpty()) {
            its.dissolve(way);
            return false;
        }
        Marking marking = Markings.highest(its.marking(), proposals(its, actor));
        if (way == PackageWay.LOSE_ENTRY) {
            its.lostEntry(Entry.hash(left), marking);
        } else {
            its.entriesAre(way, Entry.hash(left), marking);
        }
        return true;
    }

    /** From approval on the publishers take part in the package. */
    void admitPublishers(Package its, Programme programme, Instant at) {
        Parties.of(programme, true)
                .forEach(party -> participation.admit(its.id(), its.id(), party.agency(), party.as(), at));
    }

    void done(Package its, String event, String seat, DecisionEvent payload) {
        journal.append(new JournalEntry(
                event,
                1,
                payload.roundId() == null ? "package" : "round",
                payload.roundId() == null ? its.id() : payload.roundId(),
                (int) its.version(),
                its.programme(),
                seat,
                its.protection(),
                payload));
        if (!event.equals(VOTED)) {
            tellOfDeadlines(its);
        }
    }

    /** Whoever is waited for from now on is told in this transaction; a vote alone lets nobody wait. */
    void tellOfDeadlines(Package its) {
        packages.flush();
        tell.ofPackage(its.id());
    }

    DecisionEvent read(Package its, Round round) {
        return DecisionEvent.of(its, round).resting(entries.of(its.id()), List.copyOf(entries.exhibits(its.id())));
    }
}
