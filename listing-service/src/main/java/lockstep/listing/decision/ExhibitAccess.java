package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.ReadOnly;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.evidence.Refusals.Asker;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;

/** Who is to be asked about which exhibits, before a round opens or a seat votes (G7). */
@ApplicationScoped
public class ExhibitAccess {
    private final Packages packages;
    private final Rounds rounds;
    private final Entries entries;
    private final Programmes programmes;

    ExhibitAccess(Packages packages, Rounds rounds, Entries entries, Programmes programmes) {
        this.packages = packages;
        this.rounds = rounds;
        this.entries = entries;
        this.programmes = programmes;
    }

    /** A question for evidence-service: these readers, these exhibits, of these cases. */
    public record Question(List<Asker> readers, Set<ExhibitRef> exhibits, Set<UUID> cases) {}

    /** Each seat of the electorate, by its agency's ceiling. */
    @ReadOnly
    public Question ofElectorate(UUID packageId, Set<String> conditionalSeats, Actor actor) {
        Package its = packages.require(actor, packageId);
        Programme programme = programmes.require(its.programme());
        List<Asker> seats = programme
                .electorate(programme.stage(its.stage()), conditionalSeats == null ? Set.of() : conditionalSeats)
                .stream()
                .map(seat -> new Asker(seat.agency(), null, null, seat.code()))
                .toList();
        return new Question(seats, entries.exhibits(packageId), entries.cases(packageId));
    }

    /** The voter in person, with his own clearance. */
    @ReadOnly
    public Question ofVoter(UUID roundId, Actor actor) {
        UUID packageId = rounds.packageOf(roundId);
        Asker voter =
                new Asker(actor.agency().code(), actor.sub(), actor.clearance().name(), null);
        return new Question(List.of(voter), entries.exhibits(packageId), entries.cases(packageId));
    }
}
