package lockstep.web.layout;

import jakarta.enterprise.context.RequestScoped;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lockstep.web.services.ListingService;
import lockstep.web.services.ProgrammeView;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The programmes as one request needs them: each asked for once. */
@RequestScoped
public class Programmes {
    private final ListingService listing;
    private final Map<String, ProgrammeView> known = new HashMap<>();

    Programmes(@RestClient ListingService listing) {
        this.listing = listing;
    }

    public List<ProgrammeView> all() {
        return listing.programmes().items();
    }

    public ProgrammeView get(String code) {
        return known.computeIfAbsent(code, listing::programme);
    }

    /** The zone in which the programme counts its days. */
    public ZoneId zone(String code) {
        return ZoneId.of(get(code).zone());
    }
}
