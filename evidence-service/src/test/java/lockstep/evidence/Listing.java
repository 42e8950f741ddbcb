package lockstep.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.TestTokens;
import org.eclipse.microprofile.config.ConfigProvider;

/** What happens in listing-service, as tests tell it; it reaches this service by the feed alone. */
public final class Listing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    public static final String PROGRAMME = "EU-833-IV";

    private Listing() {}

    /** A case opened by the first agency, to which the others have been invited. */
    public static UUID caseOf(String creator, String... invited) {
        UUID caseId = UUID.randomUUID();
        happened("case.opened", caseId, caseId, Map.of("caseId", caseId, "originator", creator));
        Arrays.stream(invited).forEach(agency -> invited(caseId, agency));
        return caseId;
    }

    public static void invited(UUID caseId, String agency) {
        happened("case.agency-invited", caseId, caseId, Map.of("caseId", caseId, "agency", agency));
    }

    public static void left(UUID caseId, String agency) {
        happened("case.agency-left", caseId, caseId, Map.of("caseId", caseId, "agency", agency));
    }

    public static void recused(UUID caseId, String account) {
        happened("case.recused", caseId, caseId, Map.of("caseId", caseId, "sub", TestTokens.sub(account)));
    }

    /** A submitted proposal whose seats are these agencies. */
    public static long parties(UUID proposalId, UUID caseId, List<String> seats, VersionRef... cites) {
        return parties("P10Y", proposalId, caseId, seats, cites);
    }

    /** Under a programme that has what it relies on kept for so long. */
    public static long parties(
            String retention, UUID proposalId, UUID caseId, List<String> seats, VersionRef... cites) {
        return happened(
                "proposal.parties",
                proposalId,
                caseId,
                Map.of(
                        "retention", retention,
                        "proposalId", proposalId,
                        "caseId", caseId,
                        "programme", PROGRAMME,
                        "parties",
                                seats.stream()
                                        .map(seat -> Map.of("agency", seat, "as", "SEAT"))
                                        .toList(),
                        "cites",
                                Stream.of(cites)
                                        .map(ref -> Map.of("exhibitId", ref.exhibitId(), "version", ref.version()))
                                        .toList()));
    }

    public static UUID auditor(String account, List<String> agencies, List<String> programmes) {
        UUID appointment = UUID.randomUUID();
        happened(
                "appointment.confirmed",
                appointment,
                null,
                Map.of(
                        "sub", TestTokens.sub(account),
                        "programme", PROGRAMME,
                        "office", "auditor",
                        "covers", Map.of("agencies", agencies, "programmes", programmes),
                        "from", Instant.now().minusSeconds(60).toString()));
        return appointment;
    }

    public static void auditorEnded(UUID appointment) {
        happened("appointment.ended", appointment, null, Map.of());
    }

    /** The position of the event in the feed. */
    private static long happened(String type, UUID aggregate, UUID caseId, Map<String, ?> payload) {
        Map<String, Object> event = new HashMap<>();
        event.put("eventId", UUID.randomUUID());
        event.put("type", type);
        event.put("schemaVersion", 1);
        event.put("occurredAt", Instant.now().toString());
        event.put("aggregateType", type.substring(0, type.indexOf('.')));
        event.put("aggregateId", aggregate);
        event.put("revision", 1);
        event.put("caseId", caseId);
        event.put("payload", payload);
        return post("/happened", event).get("position").longValue();
    }

    /** Whether a proposal that is not over or a listing in effect rests on it, and until when another one has it kept. */
    public static void rests(UUID exhibitId, boolean live, Instant retainUntil) {
        Map<String, Object> told = new HashMap<>();
        told.put("exhibitId", exhibitId);
        told.put("live", live);
        told.put("retainUntil", retainUntil == null ? null : retainUntil.toString());
        post("/rests", told);
    }

    private static JsonNode post(String path, Map<String, Object> told) {
        String url = ConfigProvider.getConfig().getValue("LOCKSTEP_LISTING_URL", String.class);
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(told)))
                    .build();
            String answer =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JSON.readTree(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
