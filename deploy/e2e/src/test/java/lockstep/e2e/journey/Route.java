package lockstep.e2e.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.e2e.client.Answer;
import lockstep.e2e.client.Caller;
import lockstep.e2e.client.Json;

/**
 * One route as a service's own OpenAPI document names it.
 *
 * @param roles realm roles, one of which it asks for; empty where any person may ask
 * @param endless its answer is a stream that ends with the token alone
 */
record Route(String method, String path, Set<String> roles, boolean endless) {
    private static final Pattern PARAMETER = Pattern.compile("/([a-z-]+)/\\{([A-Za-z]+)}");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** All public routes of the service that the caller calls. */
    static List<Route> of(Caller service) {
        List<Route> routes = new ArrayList<>();
        JsonNode paths =
                service.send("GET", "/q/openapi?format=json", null).json().path("paths");
        paths.properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1/"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> routes.add(new Route(
                                operation.getKey().toUpperCase(),
                                path.getKey().substring("/api/v1".length()),
                                roles(operation.getValue()),
                                operation
                                        .getValue()
                                        .at("/responses/200/content")
                                        .has("text/event-stream")))));
        return routes;
    }

    private static Set<String> roles(JsonNode operation) {
        Set<String> roles = new TreeSet<>();
        operation
                .path("security")
                .forEach(scheme -> scheme.forEach(names -> names.forEach(name -> roles.add(name.asText()))));
        roles.remove("**");
        return roles;
    }

    boolean named() {
        return PARAMETER.matcher(path).find();
    }

    /** The path with ids of these kinds ("cases", "packages" …) put in; {@code other} for kinds that aren't there. */
    String with(Map<String, String> ids, String other) {
        Matcher parameter = PARAMETER.matcher(path);
        StringBuilder filled = new StringBuilder();
        while (parameter.find()) {
            String value =
                    switch (parameter.group(1)) {
                        case "versions", "revisions" -> "1";
                        case "participants" -> "UK-FCDO";
                        case "programmes" -> "EU-833-IV";
                        case "entries" -> ids.getOrDefault("proposals", other);
                        default -> ids.getOrDefault(parameter.group(1), other);
                    };
            parameter.appendReplacement(filled, "/" + parameter.group(1) + "/" + value);
        }
        return parameter.appendTail(filled).toString();
    }

    Answer ask(Caller as, String filled, Map<String, String> headers) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        if (method.equals("PUT") || method.equals("PATCH")) {
            all.put("If-Match", "\"0\"");
        }
        return as.send(method, filled, method.equals("GET") || method.equals("DELETE") ? null : Map.of(), all);
    }

    Answer ask(Caller as, String filled) {
        return ask(as, filled, Map.of());
    }

    @Override
    public String toString() {
        return method + " " + path + " " + Json.text(roles);
    }
}
