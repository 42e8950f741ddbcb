package lockstep.listing.listing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The published listings: open to every account, because their authority has printed them. */
@ApplicationScoped
public class Listings implements PanacheRepositoryBase<Listing, UUID> {

    public Optional<Listing> ofProposal(UUID proposalId) {
        return find("proposalId", proposalId).firstResultOptional();
    }
}
