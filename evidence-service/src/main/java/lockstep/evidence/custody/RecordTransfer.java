package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitEvents;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.exhibit.Ids;
import lockstep.evidence.transfer.LegalBasis;
import lockstep.evidence.transfer.PersonalData;
import lockstep.evidence.transfer.Shares;
import lockstep.evidence.transfer.Transfer;
import lockstep.evidence.transfer.TransferRules;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.problem.FieldError;
import lockstep.kit.problem.ProblemException;

/**
 * Writes down that the originator handed an exhibit over outside of Lockstep: the seized thing itself, or a copy. Of what may hold
 * personal data it says to which country, and on which legal basis where that is another legal order.
 */
@ApplicationScoped
public class RecordTransfer {
    private final Exhibits exhibits;
    private final TransferRules rules;
    private final Shares shares;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    RecordTransfer(
            Exhibits exhibits,
            TransferRules rules,
            Shares shares,
            Journal journal,
            Attempt attempt,
            InstantSource clock) {
        this.exhibits = exhibits;
        this.rules = rules;
        this.shares = shares;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** What was handed over. */
    public enum Medium {
        ORIGINAL,
        COPY
    }

    /**
     * A transfer as it was said.
     *
     * @param receiver the person or office, e.g. a court's registry
     * @param country where the receiver is (ISO 3166-1 alpha-2), or null
     * @param legalBasis of the share, or null
     */
    public record HandOver(
            Medium medium, String receiver, String purpose, Instant at, String country, LegalBasis legalBasis) {}

    @Transactional
    public void record(UUID exhibitId, int n, HandOver said, Actor by) {
        ExhibitVersion version = exhibits.visibleTo(by, exhibitId)
                .flatMap(seen -> seen.version(n))
                .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        ExhibitEvents.attemptedOfOriginator(attempt, ExhibitEvents.TRANSFERRED, version);
        version.exhibit().mayTransfer(version, by);
        Transfer across = Transfer.decided(choice(version, said), said.legalBasis());
        if (across != null) {
            share(version, said, across, by);
        }
        journal.append(ExhibitEvents.transferred(
                version,
                new ExhibitEvents.Transferred(
                        exhibitId,
                        n,
                        version.sha256(),
                        said.medium().name(),
                        said.receiver(),
                        said.purpose(),
                        said.at(),
                        said.country(),
                        across)));
    }

    private Optional<Transfer.Choice> choice(ExhibitVersion version, HandOver said) {
        boolean binds = PersonalData.mayBe(version.description().personalData()) && rules.binds(version.originator());
        if (binds && said.country() == null) {
            throw ProblemException.invalid(List.of(new FieldError(
                    "/country", "country-missing", "It may hold personal data: say to which country it went.")));
        }
        return binds ? rules.choice(version.originator(), Set.of(said.country())) : Optional.empty();
    }

    private void share(ExhibitVersion version, HandOver said, Transfer across, Actor by) {
        shares.record(
                Ids.next(clock.instant()),
                new Shares.What(
                        version.ref(),
                        version.caseId(),
                        version.originator(),
                        version.description().personalData()),
                new Shares.How(Shares.Way.TRANSFER, null, said.medium().name(), said.receiver()),
                across,
                said.at(),
                by);
    }
}
