package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.auth.Levels;
import lockstep.auth.Marking;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.transfer.Transfer;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.kit.journal.Protection;

/**
 * Journals a release on both sides: for the originator with each exhibit, under that version's marking, and for the agency
 * that asked with its request. Neither side reads the other's rows, and nobody else reads either.
 */
@ApplicationScoped
class ReleaseEvents {
    private static final String GRANTED = "GRANTED";

    private final Journal journal;
    private final Attempt attempt;
    private final Levels levels;

    ReleaseEvents(Journal journal, Attempt attempt, Levels levels) {
        this.journal = journal;
        this.attempt = attempt;
        this.levels = levels;
    }

    /**
     * What happened to one version by a release. A copy that went out in a version's place has an entry of its own, which doesn't
     * name that version.
     *
     * @param to as grants name it
     * @param redactedCopy what went out in its place; null: the version itself, or nothing
     */
    record OfVersion(
            UUID requestId,
            UUID exhibitId,
            int version,
            String kind,
            String to,
            String askedAgency,
            String outcome,
            Instant until,
            String reason,
            Transfer transfer,
            VersionRef redactedCopy) {}

    /** What happened to a request. */
    record OfRequest(
            UUID requestId,
            List<VersionRef> versions,
            String kind,
            String to,
            String status,
            Instant until,
            String reason,
            Transfer transfer) {}

    /** {@code versions}: those of the request's items, and the copies that went out in their place. */
    void done(String type, ReleaseRequest request, Collection<AskedVersion> versions, String reason) {
        List<JournalEntry> entries = new ArrayList<>();
        versions.forEach(version -> entries.add(new JournalEntry(
                type,
                1,
                "exhibit",
                version.ref().exhibitId(),
                version.ref().version(),
                null,
                null,
                new Protection(
                        request.caseId(),
                        null,
                        request.originator(),
                        version.marking(),
                        Audience.AGENCY,
                        request.originator()),
                ofVersion(request, version.ref(), reason))));
        if (!request.askedAgency().equals(request.originator())) {
            entries.add(new JournalEntry(
                    type, 1, "release", request.id(), 1, null, null, ofTheAsking(request), ofRequest(request, reason)));
        }
        journal.appendAll(entries);
    }

    /** A refusal is the business of the agency whose person was refused. */
    void attempted(String type, ReleaseRequest request, Actor by) {
        String level = by.of(request.askedAgency())
                ? request.askedLevel()
                : levels.usualIn(by.agency().country());
        attempt.on(
                type,
                "release",
                request.id(),
                1,
                null,
                within(request.caseId(), by.agency().code(), level));
    }

    private static OfVersion ofVersion(ReleaseRequest request, VersionRef ref, String reason) {
        Optional<ReleaseItem> asked =
                request.items().stream().filter(item -> item.ref().equals(ref)).findFirst();
        VersionRef copy = asked.map(ReleaseItem::redactedCopy).orElse(null);
        String outcome = asked.isPresent() ? outcome(asked.get()) : GRANTED;
        return new OfVersion(
                request.id(),
                ref.exhibitId(),
                ref.version(),
                request.kind().name(),
                to(request),
                request.askedAgency(),
                outcome,
                request.until(),
                reason,
                GRANTED.equals(outcome) ? request.transfer() : null,
                copy);
    }

    private static String outcome(ReleaseItem asked) {
        if (asked.granted() == null) {
            return null;
        }
        return asked.given() ? asked.redactedCopy() == null ? GRANTED : "AS_COPY" : "DENIED";
    }

    private static OfRequest ofRequest(ReleaseRequest request, String reason) {
        return new OfRequest(
                request.id(),
                request.refs(),
                request.kind().name(),
                to(request),
                request.status(Instant.MIN).name(),
                request.until(),
                reason,
                request.transfer());
    }

    private static String to(ReleaseRequest request) {
        return request.to() == null ? null : request.to().key();
    }

    private static Protection ofTheAsking(ReleaseRequest request) {
        return within(request.caseId(), request.askedAgency(), request.askedLevel());
    }

    private static Protection within(UUID caseId, String agency, String level) {
        return new Protection(caseId, null, agency, Marking.originatorOnly(level), Audience.AGENCY, agency);
    }
}
