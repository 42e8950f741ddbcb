package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.listing.appointment.Absences;
import lockstep.listing.appointment.Absences.Absence;
import lockstep.listing.appointment.Appointment;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.decision.StandsFor.Why;

/** For whom a seat's alternate speaks: "for" stands beside everything that a deputy says. */
@ApplicationScoped
public class Deputies {
    private final Appointments appointments;
    private final Absences absences;
    private final PackageQueries packages;

    Deputies(Appointments appointments, Absences absences, PackageQueries packages) {
        this.appointments = appointments;
        this.absences = absences;
        this.packages = packages;
    }

    /** Empty for the holder in person. */
    public Optional<StandsFor> of(Appointment speaking, Package on) {
        if (!speaking.alternate()) {
            return Optional.empty();
        }
        List<Appointment> holders =
                appointments.holders(on.programme()).getOrDefault(speaking.seat(), List.of()).stream()
                        .filter(held -> !held.alternate())
                        .toList();
        if (holders.isEmpty()) {
            return Optional.of(new StandsFor(null, null, Why.VACANT));
        }
        Set<String> away = absences.running(on.programme()).stream()
                .filter(absence -> absence.deputySub().equals(speaking.sub()))
                .map(Absence::sub)
                .collect(Collectors.toSet());
        Set<String> recused = packages.recused(on.id());
        return Optional.of(first(holders, held -> away.contains(held.sub()), Why.ABSENT)
                .or(() -> first(holders, held -> recused.contains(held.sub()), Why.RECUSED))
                .orElseGet(() -> standsFor(holders.getFirst(), Why.ALTERNATE)));
    }

    /** What a holder has said in person stands until that holder is away or recused: no alternate takes it back meanwhile. */
    void mayChange(Vote said, StandsFor speaking, Actor by) {
        boolean overrules = speaking != null
                && speaking.why() == Why.ALTERNATE
                && said.standsFor() == null
                && !said.sub().equals(by.sub());
        DecisionRefused.when(
                overrules,
                DecisionRefused.Reason.HOLDER_HAS_VOTED,
                "The seat's holder has voted and is neither away nor recused.");
    }

    private static Optional<StandsFor> first(List<Appointment> holders, Predicate<Appointment> which, Why why) {
        return holders.stream().filter(which).findFirst().map(held -> standsFor(held, why));
    }

    private static StandsFor standsFor(Appointment held, Why why) {
        return new StandsFor(held.sub(), held.account(), why);
    }

    /** The absences that run now, by seat; of several holders the first one's. */
    public Map<String, Absence> absent(String programme) {
        return absences.running(programme).stream()
                .collect(Collectors.toMap(Absence::seat, Function.identity(), (one, other) -> one));
    }
}
