package lockstep.e2e.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Json;
import lockstep.e2e.client.Refused;
import lockstep.e2e.replay.Ledger;

/**
 * Steps that are each done once, however often the sample is loaded: the body is noted before it is sent, so that what got
 * no answer is sent again as it was, with the same key.
 *
 * @param clock the services' time
 */
record Steps(Api api, Ledger ledger, InstantSource clock) {
    private static final String NOTE = "#";

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Posts as that account unless that was done; the id of what was made, or of what it was done to. */
    String once(String step, String account, String path, Supplier<Map<String, Object>> body) {
        return ledger.id(step).orElseGet(() -> {
            String noted = noted(step).orElseGet(() -> ledger.acknowledge(step + NOTE, Json.text(body.get())));
            try {
                JsonNode answer = api.listing(account).post(path, Json.parse(noted), ledger.key(step + noted));
                return ledger.acknowledge(step, answer.path("id").asText());
            } catch (Refused refused) {
                ledger.acknowledge(step + NOTE, "");
                throw refused;
            }
        });
    }

    /** What was noted for a step that was not answered yet; what was refused is no longer noted. */
    Optional<String> noted(String step) {
        return ledger.id(step + NOTE).filter(body -> !body.isEmpty());
    }

    boolean done(String step) {
        return ledger.id(step).isPresent();
    }

    JsonNode read(String account, String path) {
        return api.listing(account).get(path);
    }
}
