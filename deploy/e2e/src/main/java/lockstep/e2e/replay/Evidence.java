package lockstep.e2e.replay;

import static lockstep.e2e.client.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import lockstep.e2e.client.Caller;
import lockstep.e2e.source.SourceRow;

/** The two exhibits of an entry: the row as the source has it, and a registry extract made from it for the trial. */
public final class Evidence {

    private final Caller analyst;
    private final Ledger ledger;
    private final String prefix;
    private final Map<String, Object> marking;

    public Evidence(Caller analyst, Ledger ledger, String prefix, Map<String, Object> marking) {
        this.analyst = analyst;
        this.ledger = ledger;
        this.prefix = prefix;
        this.marking = marking;
    }

    String sourceRow(String caseId, SourceRow row) {
        Map<String, Object> about = about(
                "Annex " + row.annex() + " as printed, entry " + row.reference(),
                "OSINT",
                "PUBLIC",
                "text/csv",
                List.of("en"));
        return exhibit(caseId, prefix + "exhibit-source", about, row.line());
    }

    String registryExtract(String caseId, SourceRow row) {
        Map<String, Object> about = about(
                "Extract of the company register, " + row.name(),
                "CORPORATE_REGISTRY",
                "DISCLOSABLE_TO_PARTY",
                "text/plain",
                List.of("en"));
        return exhibit(caseId, prefix + "exhibit-register", about, extract(row));
    }

    private Map<String, Object> about(
            String title, String sourceType, String reliance, String mediaType, List<String> languages) {
        return object(
                "title",
                title.length() > 180 ? title.substring(0, 180) : title,
                "sourceType",
                sourceType,
                "sourceUrl",
                "https://example.org/" + sourceType.toLowerCase(),
                "collectedAt",
                Instant.parse("2026-11-02T09:00:00Z").toString(),
                "languages",
                languages,
                "reliability",
                "A",
                "credibility",
                1,
                "relianceUse",
                reliance,
                "personalData",
                "NONE",
                "mediaType",
                mediaType,
                "marking",
                marking);
    }

    /** Describes an exhibit, then sends its content; returns its id. {@code about} holds its media type. */
    public String exhibit(String caseId, String step, Map<String, Object> about, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        about.put("declaredSha256", sha256(bytes));
        String id = ledger.id(step)
                .orElseGet(() -> ledger.acknowledge(
                        step,
                        analyst.post("/cases/" + caseId + "/exhibits", about, ledger.key(step))
                                .path("id")
                                .asText()));
        if (ledger.id(step + "-content").isEmpty()) {
            JsonNode held =
                    analyst.upload("/exhibits/" + id + "/versions/1/content", bytes, (String) about.get("mediaType"));
            ledger.acknowledge(step + "-content", held.path("sha256").asText());
        }
        return id;
    }

    private static String extract(SourceRow row) {
        StringBuilder text = new StringBuilder("EXTRACT OF A COMPANY REGISTER\n"
                + "Made from the printed entry for a trial of the procedure; no register was asked.\n\n");
        text.append("Name: ").append(row.name()).append('\n');
        row.localNames()
                .forEach(name ->
                        text.append("Name in the register: ").append(name).append('\n'));
        row.registrations()
                .forEach(number -> text.append("Number: ").append(number).append('\n'));
        row.addresses().forEach(address -> text.append("Seat: ").append(address).append('\n'));
        return text.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
