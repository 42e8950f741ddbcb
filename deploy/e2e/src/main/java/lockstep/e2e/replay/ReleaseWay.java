package lockstep.e2e.replay;

import static lockstep.e2e.client.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Json;
import lockstep.e2e.client.Refused;

/** An adopted package from its being scheduled to its publication. */
final class ReleaseWay {
    private static final Duration AHEAD = Duration.ofSeconds(4);
    private static final Duration LATEST = Duration.ofMinutes(3);

    private final Officials officials;
    private final Act act;
    private final List<EntryWay> entries;
    private final Api api;
    private final Ledger ledger;
    private final String id;
    private final String step;

    ReleaseWay(Officials officials, Act act, List<EntryWay> entries, Api api, Ledger ledger, String id, String step) {
        this.officials = officials;
        this.act = act;
        this.entries = entries;
        this.api = api;
        this.ledger = ledger;
        this.id = id;
        this.step = step;
    }

    void run() {
        schedule(Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS));
        awaitPublication();
    }

    List<EntryWay> entries() {
        return entries;
    }

    String programme() {
        return officials.programme();
    }

    /** Proposes to the others to release together or not at all; the group's id. */
    String found(String title, Instant releaseAt, List<String> programmes) {
        return ledger.acknowledge(
                step + "group",
                api.listing(officials.publisher())
                        .post(
                                "/embargo-groups",
                                object(
                                        "packageId",
                                        id,
                                        "title",
                                        title,
                                        "releaseAt",
                                        releaseAt.toString(),
                                        "mode",
                                        "ALL_OR_NONE",
                                        "aloneAfterHours",
                                        0,
                                        "programmes",
                                        programmes),
                                ledger.key(step + "group/" + releaseAt))
                        .path("id")
                        .asText());
    }

    void join(String group) {
        api.listing(officials.publisher())
                .post(
                        "/embargo-groups/" + group + "/members",
                        object("packageId", id),
                        ledger.key(step + "join/" + group));
    }

    /** The group as this package's publisher sees it. */
    JsonNode group(String group) {
        return api.listing(officials.publisher()).get("/embargo-groups/" + group);
    }

    private JsonNode standing() {
        return api.listing(officials.chair()).get("/packages/" + id);
    }

    void schedule(Instant releaseAt) {
        JsonNode its = standing();
        if (!its.path("status").asText().equals("ADOPTED")) {
            return;
        }
        if (entries.getFirst().translated()) {
            entries.forEach(EntryWay::toEachLanguage);
        }
        List<Map<String, Object>> numbers = entries.stream()
                .map(entry -> object(
                        "proposalId", entry.id(),
                        "number", officials.number(entry.row()),
                        "listedDate", entry.row().listed().toString()))
                .toList();
        try {
            api.listing(officials.publisher())
                    .post(
                            "/packages/" + id + "/schedule",
                            object(
                                    "packageHashRead",
                                    its.path("hash").asText(),
                                    "releaseAt",
                                    releaseAt.toString(),
                                    "inForce",
                                    inForce(releaseAt).toString(),
                                    "citation",
                                    officials.recordedStage() == null
                                            ? "91 FR 99" + act.date().getDayOfYear()
                                            : null,
                                    "entries",
                                    numbers),
                            ledger.key(step + "schedule/" + releaseAt));
        } catch (Refused refused) {
            if (standing().path("status").asText().equals("ADOPTED")) {
                throw refused;
            }
        }
        ledger.acknowledge(step + "schedule", id);
    }

    /** As the act says where its decision is recorded; what is voted here and now isn't in force before that. */
    private LocalDate inForce(Instant releaseAt) {
        return officials.recordedStage() == null ? LocalDate.ofInstant(releaseAt, ZoneOffset.UTC) : act.date();
    }

    void awaitPublication() {
        Instant giveUp = Instant.now().plus(LATEST);
        JsonNode its = standing();
        while (!its.path("status").asText().equals("PUBLISHED")) {
            if (Instant.now().isAfter(giveUp)) {
                throw new IllegalStateException(
                        "not published: " + its.path("status").asText() + " " + Json.text(its.path("release")));
            }
            Workers.pause(Duration.ofSeconds(1));
            its = standing();
        }
    }
}
