package lockstep.web.services;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How far the renewal of a programme's list is, counted in what its reader sees. */
public record RenewalView(
        String programme,
        Instant expiresAt,
        Instant nextTerm,
        Map<String, Integer> sheets,
        Map<String, Integer> statuses,
        int renewed,
        List<AllowedAction> allowedActions) {

    private static final List<String> SHEETS = List.of("NONE", "KEEP", "AMEND", "DROP");

    /** A list that ends unless it is renewed. */
    public record Renewed(String programme) {}

    /** How many entries say so. */
    public record Count(String of, int n) {}

    /** One entry of the list and its sheet, null where there is none that the reader sees. */
    public record Entry(
            String listingId,
            String number,
            SubjectBrief subject,
            String sheet,
            String proposalId,
            String status,
            Integer revision) {}

    /** What became of the wish for a sheet. */
    public record Drafted(String listingId, String proposalId, String reason, String detail) {}

    public int entries() {
        return sheets.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** All four, also where none says so. */
    public List<Count> said() {
        return SHEETS.stream()
                .map(sheet -> new Count(sheet, sheets.getOrDefault(sheet, 0)))
                .toList();
    }

    public List<Count> standing() {
        return statuses.entrySet().stream()
                .map(its -> new Count(its.getKey(), its.getValue()))
                .toList();
    }
}
