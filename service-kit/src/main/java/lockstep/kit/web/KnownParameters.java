package lockstep.kit.web;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.kit.problem.Checks;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the route doesn't have or that stands twice, and a value that it can't have: passed
 * over, each would answer another list than was asked for.
 */
@Singleton
class KnownParameters {
    private final Instance<PossibleValues> closed;

    KnownParameters(Instance<PossibleValues> closed) {
        this.closed = closed;
    }

    @ServerRequestFilter
    void check(UriInfo asked, ResourceInfo route) {
        if (asked.getQueryParameters().isEmpty()) {
            return;
        }
        Map<String, Class<?>> declared = declared(route);
        Checks checks = new Checks();
        asked.getQueryParameters().forEach((name, given) -> {
            if (declared.containsKey(name)) {
                List<String> possible = possible(name, declared.get(name));
                checks.when(given.size() > 1, "?" + name, "repeated", "Give it once.")
                        .when(
                                !possible.isEmpty() && !possible.containsAll(given),
                                "?" + name,
                                "not-of-its-type",
                                "One of these is expected here: " + String.join(", ", possible) + ".");
            } else {
                String its = declared.isEmpty() ? "none" : String.join(", ", declared.keySet());
                checks.when(true, "?" + name, "unknown-parameter", "The parameters of this route: " + its + ".");
            }
        });
        checks.pass();
    }

    private static Map<String, Class<?>> declared(ResourceInfo route) {
        return Stream.of(route.getResourceMethod().getParameters())
                .filter(its -> its.isAnnotationPresent(QueryParam.class))
                .collect(Collectors.toMap(
                        its -> its.getAnnotation(QueryParam.class).value(),
                        Parameter::getType,
                        (one, _) -> one,
                        TreeMap::new));
    }

    /** Empty: any value, as far as it can be read. */
    private List<String> possible(String name, Class<?> type) {
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants()).map(Object::toString).toList();
        }
        if (type == boolean.class) {
            return List.of("true", "false");
        }
        return closed.stream()
                .filter(its -> its.parameter().equals(name))
                .findFirst()
                .map(PossibleValues::values)
                .orElse(List.of());
    }
}
