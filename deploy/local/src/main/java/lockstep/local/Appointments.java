package lockstep.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Gives the demo accounts their seats and offices as officials would: the agency's admin proposes, its registrar confirms.
 * What is there already stays, so it can be run again.
 */
final class Appointments {
    /** More at a time would only queue for two cores. */
    private static final int AT_A_TIME = 3;

    private final Instance instance;
    private final Map<String, String> subs;

    Appointments(Instance instance) {
        this.instance = instance;
        this.subs = instance.subs();
    }

    /** One seat or office of one person. */
    private record Wanted(DemoAccount person, String kind, String programme, String name) {
        static List<Wanted> of(DemoAccount person) {
            List<Wanted> wanted = new ArrayList<>();
            person.seats().forEach(seat -> wanted.add(of(person, "seat", seat)));
            person.offices().forEach(office -> wanted.add(of(person, "office", office)));
            return wanted;
        }

        private static Wanted of(DemoAccount person, String kind, String named) {
            String[] parts = named.split(":", 2);
            return new Wanted(person, kind, parts[0], parts[1]);
        }
    }

    /** Makes those in programmes that the condition lets in; returns how many were made now. */
    int make(Predicate<String> programmes) {
        Map<String, List<Wanted>> byAgency = DemoAccount.all().stream()
                .flatMap(person -> Wanted.of(person).stream())
                .filter(wanted -> programmes.test(wanted.programme()))
                .collect(Collectors.groupingBy(
                        wanted -> wanted.person().agency(), LinkedHashMap::new, Collectors.toList()));
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<CompletableFuture<Integer>> running = byAgency.values().stream()
                    .map(wanted -> CompletableFuture.supplyAsync(() -> makeOfAgency(wanted), workers))
                    .toList();
            return running.stream().mapToInt(CompletableFuture::join).sum();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private int makeOfAgency(List<Wanted> wanted) {
        Api admin = as(official(wanted.getFirst(), "admin"), 1);
        JsonNode existing = admin.get("/api/v1/appointments?limit=200").path("items");
        Map<String, Api> registrars = new HashMap<>();
        int made = 0;
        for (Wanted one : wanted) {
            JsonNode found = find(existing, one);
            if (found == null || found.path("status").asText().equals("PROPOSED")) {
                JsonNode proposed = found == null ? admin.post("/api/v1/appointments", body(one)) : found;
                registrars
                        .computeIfAbsent(official(one, "registrar"), account -> as(account, 2))
                        .post("/api/v1/appointments/" + proposed.path("id").asText() + "/confirm", Map.of());
                made++;
            }
        }
        return made;
    }

    /** Proposing asks for level 1, confirming for level 2: a login more. */
    private Api as(String account, int level) {
        return new Api(instance.listing(), instance.session(account).token(level));
    }

    private JsonNode find(JsonNode existing, Wanted one) {
        for (JsonNode row : existing) {
            if (row.path("sub").asText().equals(subs.get(one.person().account()))
                    && row.path("programme").asText().equals(one.programme())
                    && row.path(one.kind()).asText().equals(one.name())
                    && !row.path("status").asText().equals("ENDED")) {
                return row;
            }
        }
        return null;
    }

    /** Another person of the same agency with that role. */
    private static String official(Wanted one, String role) {
        return DemoAccount.all().stream()
                .filter(other -> other.agency().equals(one.person().agency()) && other.is(role))
                .map(DemoAccount::account)
                .filter(account -> !account.equals(one.person().account()))
                .findFirst()
                .orElseThrow(() -> new CannotStart(
                        "no other " + role + " at " + one.person().agency()));
    }

    private Map<String, Object> body(Wanted one) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("account", one.person().account());
        body.put("sub", subs.get(one.person().account()));
        body.put("programme", one.programme());
        body.put(one.kind(), one.name());
        body.put("alternate", one.person().alternate());
        body.put("instrument", "Demonstration appointment");
        if (one.name().equals("auditor")) {
            body.put(
                    "covers",
                    Map.of("agencies", List.of(), "programmes", one.person().covers()));
        }
        return body;
    }
}
