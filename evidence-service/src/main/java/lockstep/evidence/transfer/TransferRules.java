package lockstep.evidence.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;

/** Which shares of personal data need a legal basis, as {@code transfers.yaml} says it; a file that is wrong stops the start. */
@Singleton
public class TransferRules {
    private final Agencies agencies;
    private final File file;

    public TransferRules(Agencies agencies) {
        this.agencies = agencies;
        this.file = bundled();
        file.check();
    }

    /** The shares of agencies of these countries to those. */
    private record Regime(String name, Set<String> from, Set<String> to, List<Given> grounds) {}

    private record Given(
            String code,
            String text,
            Set<String> to,
            @JsonProperty(defaultValue = "false") boolean toBeConfirmed) {
        Ground ground() {
            return new Ground(code, text, to, toBeConfirmed);
        }
    }

    private record File(List<Regime> regimes, Map<String, Set<String>> electorates) {
        void check() {
            Set<String> from = new HashSet<>();
            for (Regime regime : regimes) {
                if (!regime.from().stream().allMatch(from::add)) {
                    throw new IllegalArgumentException("a country stands in two regimes of transfers.yaml");
                }
                long codes =
                        regime.grounds().stream().map(Given::code).distinct().count();
                if (codes == 0 || codes < regime.grounds().size()) {
                    throw new IllegalArgumentException("grounds are lacking or stand twice: " + regime.name());
                }
            }
        }
    }

    private static File bundled() {
        try (InputStream yaml = TransferRules.class.getResourceAsStream("transfers.yaml")) {
            return new ObjectMapper(new YAMLFactory())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(yaml, File.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those among these countries to which a share of that agency's needs a legal basis. */
    public SortedSet<String> crossing(String originator, Collection<String> reached) {
        SortedSet<String> crossing = new TreeSet<>(reached);
        crossing.retainAll(regime(originator).map(Regime::to).orElse(Set.of()));
        return crossing;
    }

    /** What has to be chosen if that agency shares personal data with these countries; empty: nothing has. */
    public Optional<Transfer.Choice> choice(String originator, Collection<String> reached) {
        SortedSet<String> crossing = crossing(originator, reached);
        return crossing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Transfer.Choice(List.copyOf(crossing), grounds(originator, crossing)));
    }

    /** All that shares of that agency's may rest on, and to which countries they need it. */
    public Transfer.Choice all(String originator) {
        return regime(originator)
                .map(regime -> new Transfer.Choice(
                        regime.to().stream().sorted().toList(),
                        regime.grounds().stream().map(Given::ground).toList()))
                .orElse(new Transfer.Choice(List.of(), List.of()));
    }

    /** A marking is no decision with a legal basis: it takes what may hold personal data nowhere that needs one. */
    public boolean mayBeMarked(String originator, Collection<String> relTo, PersonalData said) {
        return !PersonalData.mayBe(said)
                || crossing(originator, reachedBy(relTo)).isEmpty();
    }

    /** Whether shares of that agency's may need a legal basis at all. */
    public boolean binds(String originator) {
        return regime(originator).isPresent();
    }

    /** On which a share of that agency's to all of these countries may rest. */
    private List<Ground> grounds(String originator, Collection<String> crossing) {
        return regime(originator).stream()
                .flatMap(regime -> regime.grounds().stream())
                .map(Given::ground)
                .filter(ground -> ground.holdsFor(crossing))
                .toList();
    }

    /** The countries of the agencies that a release or a marking reaches by these names: of agencies, countries or groups. */
    public Set<String> reachedBy(Collection<String> names) {
        return agencies.all().stream()
                .filter(Agency::active)
                .filter(agency -> names.contains(agency.code())
                        || names.contains(agency.country())
                        || agency.groups().stream().anyMatch(names::contains))
                .map(Agency::country)
                .collect(Collectors.toSet());
    }

    /** The countries of a programme's seats and offices: all that there are where the programme isn't known. */
    public Set<String> electorate(String programme) {
        Set<String> known = file.electorates().get(programme);
        return known != null
                ? known
                : file.regimes().stream()
                        .flatMap(regime -> regime.to().stream())
                        .collect(Collectors.toSet());
    }

    private Optional<Regime> regime(String originator) {
        return agencies.find(originator).flatMap(agency -> file.regimes().stream()
                .filter(regime -> regime.from().contains(agency.country()))
                .findFirst());
    }
}
