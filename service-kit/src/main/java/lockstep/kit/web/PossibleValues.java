package lockstep.kit.web;

import java.util.List;

/** What a query parameter of this name may say, wherever a route has it and its type doesn't tell; made by a service as a bean. */
public record PossibleValues(String parameter, List<String> values) {
    public PossibleValues {
        values = List.copyOf(values);
    }
}
