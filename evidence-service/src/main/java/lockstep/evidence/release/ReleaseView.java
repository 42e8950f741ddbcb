package lockstep.evidence.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Marking;
import lockstep.evidence.access.Addressee;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.AllowedAction;
import lockstep.evidence.transfer.Transfer;

/**
 * A release request as one of both sides sees it.
 *
 * @param why and every other word that was written: null for a release officer who decides what he doesn't read
 * @param electorateInSight of what is shared with an electorate: whether the reader sees a proposal of that programme on the table
 * in the case; if there is none the release reaches nobody until there is; null: it isn't that
 * @param legalBasisAsked for whoever decides, where all that is asked for would take personal data to another legal order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleaseView(
        UUID id,
        UUID caseId,
        ReleaseKind kind,
        ReleaseStatus status,
        String originator,
        Person askedBy,
        Instant askedAt,
        String why,
        Instant askedUntil,
        Addressee to,
        Boolean electorateInSight,
        Marking marking,
        List<Item> items,
        Transfer.Choice legalBasisAsked,
        Decision decision,
        End end,
        List<AllowedAction> allowedActions) {

    /** Who acted; the account is for the person's own agency and for the originator that decides. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(String agency, String account) {}

    /** {@code title} and {@code marking} only where the reader sees the version; {@code granted} once it is decided. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            UUID exhibitId, int version, String title, Marking marking, Boolean granted, VersionRef redactedCopy) {}

    /** What was decided, and under which conditions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decision(
            Person by, Instant at, String reason, String purpose, Instant until, boolean noOnward, Transfer transfer) {}

    /** When it was withdrawn or revoked, or ran out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record End(Person by, Instant at, String reason) {}
}
