package lockstep.web.services;

import java.time.Instant;
import java.util.Set;

/** What the reader was told of one deadline, and what became of the mail. */
public record NoticeRow(
        String id,
        String kind,
        String programme,
        String caseId,
        String proposalId,
        String packageId,
        String roundId,
        boolean silence,
        Instant due,
        Instant createdAt,
        String mail) {
    private static final Set<String> FAILED = Set.of("NO_ADDRESS", "GIVEN_UP", "TOO_LATE");

    /** True if a mail was to be sent and reached nobody. */
    public boolean notMailed() {
        return FAILED.contains(mail);
    }

    /** The page of what it is about. */
    public String page() {
        if (roundId != null) {
            return "/rounds/" + roundId;
        }
        if (packageId != null) {
            return "/packages/" + packageId;
        }
        return proposalId != null ? "/proposals/" + proposalId : caseId != null ? "/cases/" + caseId : "/";
    }
}
