package lockstep.e2e.sample;

import static lockstep.e2e.client.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lockstep.e2e.client.Json;
import lockstep.e2e.client.Refused;
import lockstep.e2e.replay.Officials;
import lockstep.e2e.replay.Workers;

/** One package of the sample, brought as far along as a situation needs. */
final class SamplePackage {
    private static final Duration AHEAD = Duration.ofSeconds(3);
    private static final int MOST_DAYS_LATER = 20;
    private static final Duration LATEST = Duration.ofMinutes(3);

    private final Officials officials;
    private final List<SampleProposal> entries;
    private final Steps steps;
    private final Workers workers;
    private final String step;
    private final String id;

    SamplePackage(
            String key, String title, String draftAct, List<SampleProposal> entries, Steps steps, Workers workers) {
        this.officials = entries.getFirst().officials();
        this.entries = entries;
        this.steps = steps;
        this.workers = workers;
        this.step = "package/" + officials.programme() + "/" + key + "/";
        this.id = steps.once(
                step + "form",
                officials.chair(),
                "/packages",
                () -> object(
                        "programme",
                        officials.programme(),
                        "title",
                        title,
                        "draftAct",
                        draftAct,
                        "proposalIds",
                        entries.stream().map(SampleProposal::id).toList()));
    }

    JsonNode standing() {
        return steps.read(officials.chair(), "/packages/" + id);
    }

    /** Opens a round with a deadline at noon so many days ahead, a day later where that day is closed; its id. */
    String open(String stage, int days) {
        if (steps.done(step + stage)) {
            return steps.ledger().id(step + stage).orElseThrow();
        }
        LocalDate day = steps.today().plusDays(days);
        for (int later = 0; ; later++, day = day.plusDays(1)) {
            day = Workday.from(day);
            Instant deadline = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
            try {
                String round = steps.once(
                        step + stage + "/" + deadline,
                        officials.chair(),
                        "/packages/" + id + "/rounds",
                        () -> object("deadline", deadline.toString(), "conditionalSeats", List.of()));
                return steps.ledger().acknowledge(step + stage, round);
            } catch (Refused refused) {
                if (later == MOST_DAYS_LATER
                        || !refused.answer().text().toLowerCase().contains("holiday")) {
                    throw refused;
                }
            }
        }
    }

    /** These approve, all at once; {@code again} tells apart what one seat says twice in a round. */
    void approve(String round, String again, List<String> voters) {
        String hash = steps.read(officials.chair(), "/rounds/" + round)
                .path("packageHash")
                .asText();
        workers.all(voters, voter -> vote(round, again, voter, object("packageHashRead", hash, "choice", "APPROVE")));
    }

    /** {@code said}: choice, reason, entries. */
    void say(String round, String again, String voter, Map<String, Object> said) {
        String hash = steps.read(officials.chair(), "/rounds/" + round)
                .path("packageHash")
                .asText();
        Map<String, Object> ballot = object("packageHashRead", hash);
        ballot.putAll(said);
        vote(round, again, voter, ballot);
    }

    private void vote(String round, String again, String voter, Map<String, Object> ballot) {
        steps.once(step + "vote/" + round + again + "/" + voter, voter, "/rounds/" + round + "/votes", () -> ballot);
    }

    /** What the chair does with the round: mediation-notes, carve-out, close-failed. */
    void chair(String round, String verb, Map<String, Object> body) {
        steps.once(step + verb, officials.chair(), "/rounds/" + round + "/" + verb, () -> body);
    }

    /** What the electorate reads beside the package. */
    void impact(String text) {
        steps.once(
                step + "impact",
                officials.chair(),
                "/packages/" + id + "/impact-notes",
                () -> object("packageHashRead", standing().path("hash").asText(), "text", text));
    }

    /** Every voting stage passed by every seat's approval. */
    SamplePackage passed() {
        for (String stage : officials.stages()) {
            approve(open(stage, 4), "", officials.voters());
        }
        return this;
    }

    /** The decision elsewhere is recorded; another person has yet to confirm it. */
    SamplePackage recorded(LocalDate date, String body, int number) {
        steps.once(
                step + "record",
                officials.secretary(),
                "/packages/" + id + "/records",
                () -> object(
                        "packageHashRead", standing().path("hash").asText(),
                        "body", body,
                        "date", date.toString(),
                        "adopted", true,
                        "instruments", instruments(date.getYear(), number),
                        "leftOut", List.of()));
        return this;
    }

    private List<Map<String, Object>> instruments(int year, int number) {
        List<Map<String, Object>> all = new ArrayList<>();
        officials
                .acts()
                .forEach((type, pattern) ->
                        all.add(object("type", type, "number", String.format(pattern, year, number, number + 1))));
        return all;
    }

    SamplePackage confirmed() {
        String record = steps.ledger().id(step + "record").orElseThrow();
        steps.once(
                step + "confirm",
                officials.secondSecretary(),
                "/records/" + record + "/confirm",
                () -> object("packageHashRead", standing().path("hash").asText()));
        return this;
    }

    /** Released in a moment, and published when this comes back. */
    void published(LocalDate listed, String numbers, int first, String citation) {
        int attempt = 0;
        while (!steps.done(step + "schedule/" + attempt) && passed(step + "schedule/" + attempt)) {
            attempt++;
        }
        schedule(step + "schedule/" + attempt, steps.clock().instant().plus(AHEAD), listed, numbers, first, citation);
        awaitPublication();
    }

    /** True if a release was noted by a run that ended before it was sent, for a moment that has passed. */
    private boolean passed(String its) {
        return steps.noted(its)
                .map(body -> Instant.parse(Json.parse(body).path("releaseAt").asText()))
                .filter(steps.clock().instant()::isAfter)
                .isPresent();
    }

    /** {@code numbers}: their form, counted from the first; {@code citation}: for lists that print one. */
    SamplePackage scheduled(Instant releaseAt, LocalDate listed, String numbers, int first, String citation) {
        schedule(step + "schedule", releaseAt, listed, numbers, first, citation);
        return this;
    }

    private void schedule(String its, Instant releaseAt, LocalDate listed, String numbers, int first, String citation) {
        steps.once(its, officials.publisher(), "/packages/" + id + "/schedule", () -> {
            List<Map<String, Object>> printed = new ArrayList<>();
            for (SampleProposal entry : entries) {
                printed.add(object(
                        "proposalId", entry.id(),
                        "number", String.format(numbers, first + printed.size()),
                        "listedDate", listed.toString()));
            }
            return object(
                    "packageHashRead",
                    standing().path("hash").asText(),
                    "releaseAt",
                    releaseAt.truncatedTo(ChronoUnit.SECONDS).toString(),
                    "inForce",
                    listed.toString(),
                    "citation",
                    citation,
                    "entries",
                    printed);
        });
    }

    /** Asks others to release in step; the id of the group. */
    String founded(String title, Instant releaseAt, List<String> programmes) {
        return steps.once(
                step + "embargo",
                officials.publisher(),
                "/embargo-groups",
                () -> object(
                        "packageId",
                        id,
                        "title",
                        title,
                        "releaseAt",
                        releaseAt.truncatedTo(ChronoUnit.SECONDS).toString(),
                        "mode",
                        "ALL_OR_NONE",
                        "programmes",
                        programmes));
    }

    SamplePackage joined(String group) {
        steps.once(
                step + "join",
                officials.publisher(),
                "/embargo-groups/" + group + "/members",
                () -> object("packageId", id));
        return this;
    }

    void held(String reason) {
        steps.once(
                step + "hold",
                officials.publisher(),
                "/packages/" + id + "/hold-release",
                () -> object("reason", reason));
    }

    private void awaitPublication() {
        Instant giveUp = Instant.now().plus(LATEST);
        for (JsonNode its = standing(); !its.path("status").asText().equals("PUBLISHED"); its = standing()) {
            if (Instant.now().isAfter(giveUp)) {
                throw new IllegalStateException("not published: " + its.path("status") + " " + its.path("release"));
            }
            Workers.pause(Duration.ofMillis(500));
        }
    }
}
