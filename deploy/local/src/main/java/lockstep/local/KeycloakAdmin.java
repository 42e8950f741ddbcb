package lockstep.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lockstep.auth.Agencies;

/** The steps that an imported realm still needs; each may be repeated. Acts as a client: the master realm has no user. */
final class KeycloakAdmin {
    static final String CLIENT = "lockstep-launcher";
    /** One import is one transaction, in which each account costs more than the one before it. */
    private static final int AT_ONCE = 25;

    private final URI base;
    private final String token;

    private KeycloakAdmin(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    static KeycloakAdmin of(Keycloak keycloak, Secrets secrets) {
        AccessToken token =
                ServiceAccount.token(keycloak.base().resolve("/realms/master"), CLIENT, secrets.of("keycloak-admin"));
        return new KeycloakAdmin(keycloak.base().resolve("/admin/realms/" + Keycloak.REALM + "/"), token.value());
    }

    /** Adds the demo accounts that are missing; those that exist stay as they are. */
    void addAccounts(List<DemoAccount> demos, Accounts accounts) {
        if (get("users/count").asInt() >= demos.size()) {
            return;
        }
        Agencies agencies = Agencies.bundled();
        List<Map<String, Object>> users = demos.stream()
                .map(demo -> user(demo, agencies, accounts.password(demo.account())))
                .toList();
        for (int from = 0; from < users.size(); from += AT_ONCE) {
            List<Map<String, Object>> some = users.subList(from, Math.min(users.size(), from + AT_ONCE));
            send("POST", "partialImport", Map.of("ifResourceExists", "SKIP", "users", some));
        }
    }

    /** The immutable id of each account by its name. */
    Map<String, String> subs() {
        Map<String, String> subs = new TreeMap<>();
        get("users?max=1000&briefRepresentation=true")
                .forEach(user ->
                        subs.put(user.path("username").asText(), user.path("id").asText()));
        return subs;
    }

    private static Map<String, Object> user(DemoAccount demo, Agencies agencies, String password) {
        String country = agencies.find(demo.agency()).orElseThrow().country();
        return Map.of(
                "username", demo.account(),
                "enabled", true,
                // .example never leads anywhere (RFC 2606): a trial with a mail server of its own sees who would get
                // what
                "email", demo.account() + "@" + demo.agency().toLowerCase(Locale.ROOT) + ".example",
                "emailVerified", true,
                "attributes",
                        Map.of(
                                "agency", List.of(demo.agency()),
                                "country", List.of(country),
                                "clearance", List.of(demo.clearance().name())),
                "credentials", List.of(Map.of("type", "password", "value", password, "temporary", false)),
                "realmRoles", demo.roles());
    }

    /** An import fixes the pages' address; another port base moves it. */
    void movePages(String address) {
        ObjectNode client = (ObjectNode) get("clients?clientId=web-ui").path(0);
        String old = client.path("rootUrl").asText();
        if (!old.equals(address)) {
            JsonNode moved = Json.parse(client.toString().replace("\"" + old, "\"" + address));
            send("PUT", "clients/" + client.path("id").asText(), moved);
        }
    }

    private JsonNode get(String path) {
        return send("GET", path, null);
    }

    private JsonNode send(String method, String path, Object body) {
        URI address = base.resolve(path);
        HttpRequest request = Http.to(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(Json.text(body)))
                .build();
        try {
            return checked(Http.send(request), address);
        } catch (IOException failed) {
            throw new CannotStart("Keycloak's admin interface does not answer: " + failed.getMessage(), failed);
        }
    }

    private static JsonNode checked(HttpResponse<String> answer, URI address) {
        if (answer.statusCode() / 100 != 2) {
            throw new CannotStart("Keycloak answers " + answer.statusCode() + " to " + address + ": " + answer.body());
        }
        return Json.parse(answer.body());
    }
}
