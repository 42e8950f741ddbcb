package lockstep.listing.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;

/** A publisher enters what was printed for one listing, at first or as a corrigendum; comparing alone says what follows. */
@ApplicationScoped
public class ComparePrint {
    private final PrintDesk desk;

    ComparePrint(PrintDesk desk) {
        this.desk = desk;
    }

    /** {@code printed}: the row as pasted from the official print. */
    @Transactional
    public void compare(UUID listingId, String printed, SeenPrint seen, Actor actor) {
        Listing its = desk.take(listingId, "listing.print-compared", actor);
        desk.compare(List.of(its), List.of(printed), seen, List.of("/printed"), actor);
    }
}
