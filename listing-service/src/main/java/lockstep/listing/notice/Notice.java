package lockstep.listing.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * What a person was told of one deadline, and whether a mail said so too.
 *
 * @param kind as the inbox has it
 * @param lead {@code NOW} when it began to wait, else an ISO 8601 length before {@code due}; {@code PT0S}: after it
 * @param silence true if silence counts as consent at {@code due}
 * @param mail WAITING, SENT, NO_ADDRESS, NO_SERVER, TOO_LATE (its time had passed) or GIVEN_UP
 */
public record Notice(
        UUID id,
        String kind,
        String programme,
        UUID caseId,
        UUID proposalId,
        UUID packageId,
        UUID roundId,
        boolean silence,
        Instant due,
        String lead,
        Instant createdAt,
        String mail) {}
