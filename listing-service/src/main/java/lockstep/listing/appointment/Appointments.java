package lockstep.listing.appointment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.listing.programme.Office;

/** The appointments; always asked live, so one that has ended gives nothing from that moment on. */
@ApplicationScoped
public class Appointments implements PanacheRepositoryBase<Appointment, UUID> {
    private static final String IN_FORCE =
            " and status = CONFIRMED and validFrom <= ?2 and (validTo is null or validTo > ?2)";

    private final InstantSource clock;

    Appointments(InstantSource clock) {
        this.clock = clock;
    }

    /** The seat that this person holds in a programme, by an appointment in force. */
    public Optional<Appointment> seatOf(Actor actor, String programme) {
        return find(
                        "sub = ?1" + IN_FORCE + " and programme = ?3 and seat is not null",
                        actor.sub(),
                        clock.instant(),
                        programme)
                .firstResultOptional()
                .filter(appointment -> actor.of(appointment.agency()));
    }

    /** The offices that this person holds in a programme. */
    public Set<Office> officesOf(Actor actor, String programme) {
        return list(
                        "sub = ?1" + IN_FORCE + " and programme = ?3 and office is not null",
                        actor.sub(),
                        clock.instant(),
                        programme)
                .stream()
                .filter(appointment -> actor.of(appointment.agency()))
                .map(Appointment::office)
                .filter(office -> !office.equals(Appointment.AUDITOR))
                .map(office -> Office.valueOf(office.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Office.class)));
    }

    /** All that this person holds now. */
    public List<Appointment> heldBy(Actor actor) {
        return list(
                "sub = ?1 and agency = ?3" + IN_FORCE,
                actor.sub(),
                clock.instant(),
                actor.agency().code());
    }

    /** The holders of a programme's seats, alternates included, by seat. */
    public Map<String, List<Appointment>> holders(String programme) {
        return list("programme = ?1" + IN_FORCE + " and seat is not null", programme, clock.instant()).stream()
                .collect(Collectors.groupingBy(Appointment::seat));
    }

    boolean holdsAnotherSeat(Appointment than) {
        return count(
                        "sub = ?1" + IN_FORCE + " and programme = ?3 and seat is not null and id <> ?4",
                        than.sub(),
                        clock.instant(),
                        than.programme(),
                        than.id())
                > 0;
    }

    Appointment require(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() ->
                        new AppointmentRefused(AppointmentRefused.Reason.UNKNOWN_APPOINTMENT, "No such appointment."));
    }
}
