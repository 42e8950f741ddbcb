package lockstep.listing.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.journal.Protection;
import lockstep.listing.listing.Listing;
import lockstep.listing.observation.ObservationsRefused.Reason;
import lockstep.listing.programme.Programmes;

/** The registry takes in a letter of the listed party; until it is assessed the party isn't kept on the list (G13). */
@ApplicationScoped
public class ReceiveObservations {
    private static final String RECEIVED = "listing.observations-received";

    private final ObservationsDesk desk;
    private final Programmes programmes;

    ReceiveObservations(ObservationsDesk desk, Programmes programmes) {
        this.desk = desk;
        this.programmes = programmes;
    }

    @Transactional
    public Observations receive(UUID listingId, Observations.Letter letter, Actor actor) {
        Listing on = desk.listing(listingId);
        ObservationsRefused.unless(desk.whyNotReceived(on, actor));
        Protection protection = desk.protection(on.proposalId(), actor);
        desk.attempting(RECEIVED, on.id(), on.programme(), protection);
        LocalDate today = LocalDate.ofInstant(
                desk.now(), programmes.require(on.programme()).zone());
        ObservationsRefused.unless(letter.receivedOn().isAfter(today) ? Reason.RECEIVED_IN_FUTURE : null);
        Observations received = new Observations(on, letter, actor, desk.now());
        desk.persistAndFlush(received);
        desk.done(received, RECEIVED, protection);
        return received;
    }
}
