package lockstep.listing.programme;

import java.util.List;

/** Why a target is proposed, with what the file must show for it; the list guides, guards count exhibits. */
public record Ground(String code, String text, List<Evidence> evidence) {

    public Ground {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    public record Evidence(String code, String text) {}
}
