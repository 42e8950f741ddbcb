package lockstep.e2e.replay;

import static lockstep.e2e.client.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Refused;

/** One package from its making to its publication; each step looks first where the package stands. */
public final class ActWay {
    private static final int MOST_DAYS_LATER = 20;

    private final Officials officials;
    private final Act act;
    private final List<EntryWay> entries;
    private final Api api;
    private final Ledger ledger;
    private final Workers workers;
    private final String step;

    /** The package of everything that is printed under one date. */
    public ActWay(
            Officials officials, LocalDate date, List<EntryWay> entries, Api api, Ledger ledger, Workers workers) {
        this(officials, Act.of(date), entries, api, ledger, workers);
    }

    ActWay(Officials officials, Act act, List<EntryWay> entries, Api api, Ledger ledger, Workers workers) {
        this.officials = officials;
        this.act = act;
        this.entries = entries;
        this.api = api;
        this.ledger = ledger;
        this.workers = workers;
        this.step = "act/" + officials.programme() + "/" + act.name() + "/";
    }

    public void run() {
        toAdoption();
        release().run();
    }

    /** Through all its stages. */
    void toAdoption() {
        create();
        officials.stages().forEach(stage -> round(stage, officials.voters()));
        if (officials.recordedStage() != null) {
            record();
        }
    }

    ReleaseWay release() {
        return new ReleaseWay(officials, act, entries, api, ledger, id(), step);
    }

    /** Only as far as an open round of the first stage, in which these have voted. */
    public void beginRound(List<String> voters) {
        create();
        String stage = officials.stages().getFirst();
        JsonNode its = standing();
        if (stands(its, stage)) {
            vote(stage, opened(stage, its), voters);
        }
    }

    private void create() {
        if (ledger.id(step + "package").isEmpty()) {
            JsonNode made = api.listing(officials.chair())
                    .post(
                            "/packages",
                            object(
                                    "programme",
                                    officials.programme(),
                                    "title",
                                    act.title(),
                                    "draftAct",
                                    "Draft act: " + act.title(),
                                    "proposalIds",
                                    entries.stream().map(EntryWay::id).toList()),
                            ledger.key(step + "package"));
            ledger.acknowledge(step + "package", made.path("id").asText());
        }
    }

    private String id() {
        return ledger.id(step + "package").orElseThrow();
    }

    private JsonNode standing() {
        return api.listing(officials.chair()).get("/packages/" + id());
    }

    private boolean stands(JsonNode it, String stage) {
        return it.path("stage").asText().equals(stage)
                && List.of("FORMING", "CLOSED").contains(it.path("status").asText());
    }

    private String opened(String stage, JsonNode its) {
        String round = its.path("round").path("id").asText(null);
        return round != null
                ? round
                : ledger.acknowledge(step + stage, open(stage).path("id").asText());
    }

    private void round(String stage, List<String> voters) {
        JsonNode its = standing();
        if (!stands(its, stage)) {
            return;
        }
        vote(stage, opened(stage, its), voters);
        its = standing();
        if (stands(its, stage)) {
            throw new IllegalStateException("the round of " + stage + " did not close: " + its.path("round"));
        }
    }

    /** With a deadline at noon, three days and more away; a day later where that day is closed. */
    private JsonNode open(String stage) {
        LocalDate day = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(4);
        for (int later = 0; ; later++) {
            Instant deadline = day.plusDays(later).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
            try {
                return api.listing(officials.chair())
                        .post(
                                "/packages/" + id() + "/rounds",
                                object("deadline", deadline.toString(), "conditionalSeats", List.of()),
                                ledger.key(step + stage + "/" + deadline));
            } catch (Refused refused) {
                String why = refused.answer().text().toLowerCase();
                if (later == MOST_DAYS_LATER || !why.contains("weekend") && !why.contains("holiday")) {
                    throw refused;
                }
            }
        }
    }

    /** All at once, as many as the workers allow; each reads the package's hash for itself. */
    private void vote(String stage, String round, List<String> voters) {
        workers.all(voters, voter -> {
            String vote = step + stage + "/" + voter;
            if (ledger.id(vote).isPresent()) {
                return;
            }
            JsonNode read = api.listing(voter).get("/rounds/" + round);
            if (!read.path("status").asText().equals("OPEN")) {
                return;
            }
            api.listing(voter)
                    .post(
                            "/rounds/" + round + "/votes",
                            object("packageHashRead", read.path("packageHash").asText(), "choice", "APPROVE"),
                            ledger.key(vote));
            ledger.acknowledge(vote, round);
        });
    }

    private void record() {
        JsonNode its = standing();
        if (!stands(its, officials.recordedStage())) {
            return;
        }
        String record = ledger.id(step + "record")
                .orElseGet(() -> ledger.acknowledge(
                        step + "record",
                        api.listing(officials.secretary())
                                .post("/packages/" + id() + "/records", adoption(its), ledger.key(step + "record"))
                                .path("id")
                                .asText()));
        try {
            api.listing(officials.secondSecretary())
                    .post(
                            "/records/" + record + "/confirm",
                            object("packageHashRead", its.path("hash").asText()),
                            ledger.key(step + "confirm"));
        } catch (Refused refused) {
            if (stands(standing(), officials.recordedStage())) {
                throw refused;
            }
        }
        ledger.acknowledge(step + "confirm", record);
    }

    private Map<String, Object> adoption(JsonNode its) {
        int year = act.date().getYear();
        int number = act.number();
        return object(
                "packageHashRead", its.path("hash").asText(),
                "body", officials.recordedStage(),
                "date", act.date().toString(),
                "adopted", true,
                "instruments",
                        officials.acts().entrySet().stream()
                                .map(form -> instrument(
                                        form.getKey(), String.format(form.getValue(), year, number, number + 1)))
                                .toList(),
                "leftOut", List.of());
    }

    private static Map<String, Object> instrument(String type, String number) {
        return object("type", type, "number", number);
    }
}
