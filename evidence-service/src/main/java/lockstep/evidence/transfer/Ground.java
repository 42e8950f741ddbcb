package lockstep.evidence.transfer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collection;
import java.util.Set;

/**
 * A legal basis for sharing personal data across.
 *
 * @param text the act and its article
 * @param to the countries for which it holds; empty: for all
 * @param toBeConfirmed no source for it is known here yet
 */
public record Ground(String code, String text, @JsonIgnore Set<String> to, boolean toBeConfirmed) {
    public Ground {
        to = to == null ? Set.of() : Set.copyOf(to);
    }

    boolean holdsFor(Collection<String> countries) {
        return to.isEmpty() || to.containsAll(countries);
    }
}
