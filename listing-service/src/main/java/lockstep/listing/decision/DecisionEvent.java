package lockstep.listing.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.listing.evidence.ExhibitRef;

/** What the history keeps of one step of a package or round: on which content and exhibits, by which rule, and why. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DecisionEvent(
        UUID packageId,
        String number,
        UUID roundId,
        String stage,
        String rule,
        String packageHash,
        List<EntryRead> entries,
        List<ExhibitRef> exhibits,
        String choice,
        Instant deadline,
        String outcome,
        String text,
        Object detail,
        As as) {

    /** For whom a seat's alternate said it, and why; a name would stay for ever, so the id alone. */
    public record As(String sub, String type) {}

    /** One entry as it was decided on. */
    public record EntryRead(UUID proposalId, int revision, String contentHash, String exhibitSetHash) {}

    static DecisionEvent of(Package its, Round round) {
        return new DecisionEvent(
                its.id(),
                its.named().number(),
                round == null ? null : round.id(),
                its.stage(),
                round == null ? null : round.rule().name(),
                its.hash(),
                null,
                null,
                null,
                round == null ? null : round.deadline(),
                null,
                null,
                null,
                null);
    }

    DecisionEvent resting(List<Entry> on, List<ExhibitRef> cited) {
        List<EntryRead> read = on.stream()
                .map(its -> new EntryRead(its.proposalId(), its.revision(), its.contentHash(), its.exhibitSetHash()))
                .toList();
        return new DecisionEvent(
                packageId,
                number,
                roundId,
                stage,
                rule,
                packageHash,
                read,
                cited,
                choice,
                deadline,
                outcome,
                text,
                detail,
                as);
    }

    DecisionEvent saying(String itsChoice, String itsOutcome, String itsText, Object itsDetail) {
        return new DecisionEvent(
                packageId,
                number,
                roundId,
                stage,
                rule,
                packageHash,
                entries,
                exhibits,
                itsChoice,
                deadline,
                itsOutcome,
                itsText,
                itsDetail,
                as);
    }

    /** {@code whom} null: the seat's holder in person. */
    DecisionEvent standingFor(StandsFor whom) {
        return whom == null
                ? this
                : new DecisionEvent(
                        packageId,
                        number,
                        roundId,
                        stage,
                        rule,
                        packageHash,
                        entries,
                        exhibits,
                        choice,
                        deadline,
                        outcome,
                        text,
                        detail,
                        new As(whom.sub(), whom.why().name()));
    }
}
