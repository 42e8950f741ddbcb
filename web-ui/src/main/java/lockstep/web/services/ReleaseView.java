package lockstep.web.services;

import java.time.Instant;
import java.util.List;
import lockstep.auth.Marking;

/**
 * A request to release exhibits, as one of both sides sees it.
 *
 * @param electorateInSight of what is shared with an electorate: whether a proposal of its programme is known to be on the table
 * in the case; else null
 */
public record ReleaseView(
        String id,
        String caseId,
        String kind,
        String status,
        String originator,
        By askedBy,
        Instant askedAt,
        String why,
        Instant askedUntil,
        To to,
        Boolean electorateInSight,
        Marking marking,
        List<Item> items,
        Choice legalBasisAsked,
        Decision decision,
        End end,
        List<AllowedAction> allowedActions) {
    private static final List<String> ENDED = List.of("REVOKED", "EXPIRED");

    /** Who acted; the account may be withheld. */
    public record By(String agency, String account) {}

    /** For whom: an agency, a group, or the electorate of a programme. */
    public record To(String kind, String name) {}

    /** One version; its title only where the reader sees it. */
    public record Item(
            String exhibitId,
            int version,
            String title,
            Marking marking,
            Boolean granted,
            RedactionsView.Ref redactedCopy) {

        /** How a form names it. */
        public String ref() {
            return exhibitId + ":" + version;
        }
    }

    /** What was decided, and under which conditions. */
    public record Decision(
            By by, Instant at, String reason, String purpose, Instant until, boolean noOnward, Transfer transfer) {}

    /** On which legal basis personal data goes to another legal order. */
    public record Transfer(String legalBasis, String text, String necessity, List<String> countries) {}

    /** What has to be chosen where it would go there. */
    public record Choice(List<String> countries, List<Ground> grounds) {}

    /** An act and its article. */
    public record Ground(String code, String text, boolean toBeConfirmed) {}

    /** When it was withdrawn, revoked or ran out. */
    public record End(By by, Instant at, String reason) {}

    /** Of several that were asked for together, what was decided on those of one exhibit; empty where it was asked for alone. */
    public List<Item> decidedOn(String exhibit) {
        return items.stream()
                .filter(item -> items.size() > 1 && item.exhibitId().equals(exhibit) && item.granted() != null)
                .toList();
    }

    /** Perhaps: of what the reader doesn't take part in nothing is told. */
    public boolean isForNobodyYet() {
        return Boolean.FALSE.equals(electorateInSight);
    }

    /** As it stands with one exhibit: what was refused in part has neither been revoked nor run out. */
    public String statusOf(String exhibit) {
        boolean refused = items.stream()
                .filter(item -> item.exhibitId().equals(exhibit))
                .allMatch(item -> Boolean.FALSE.equals(item.granted()));
        return refused && ENDED.contains(status) ? "DENIED" : status;
    }

    public boolean can(String action) {
        return allowedActions.stream().anyMatch(its -> its.action().equals(action) && its.allowed());
    }
}
