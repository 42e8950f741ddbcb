package lockstep.evidence.redaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.evidence.exhibit.ExhibitEvents;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.exhibit.RegisterExhibit;
import lockstep.evidence.exhibit.Widening;
import lockstep.evidence.source.SealSource;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;

/**
 * Brings an exhibit that stands for another one: nothing in it tells of that one, neither its name nor its digest nor where
 * it was found; that the two belong together is kept beside them.
 */
@ApplicationScoped
public class BringRedactedCopy {
    public static final int MOST_PASSAGES = 100;

    private final Exhibits exhibits;
    private final RegisterExhibit register;
    private final Redactions redactions;
    private final Widening widening;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    BringRedactedCopy(
            Exhibits exhibits,
            RegisterExhibit register,
            Redactions redactions,
            Widening widening,
            Journal journal,
            Attempt attempt,
            InstantSource clock) {
        this.exhibits = exhibits;
        this.register = register;
        this.redactions = redactions;
        this.widening = widening;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    /**
     * What is said of the copy.
     *
     * @param marking null: that of what it stands for
     */
    public record Said(
            String title, String mediaType, Marking marking, String removed, String reason, List<String> passages) {}

    /** The copy, which awaits its content. */
    @Transactional
    public ExhibitVersion bring(UUID exhibitId, int n, Said said, Actor by) {
        ExhibitVersion of = exhibits.lockedFor(by, exhibitId)
                .flatMap(seen -> seen.version(n))
                .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        ExhibitEvents.attemptedOfOriginator(attempt, ExhibitEvents.REDACTED, of);
        of.exhibit().mayCorrect(of, by);
        Marking marking = said.marking() == null ? of.marking() : said.marking();
        widening.mustNotWiden(of.marking(), marking);
        ExhibitVersion copy =
                register.register(of.caseId(), of.description().asCopy(said.title(), said.mediaType(), marking), by);
        if (of.exhibit().sourceProtected()) {
            copy.exhibit().protectSource(SealSource.pseudonym(), by);
        }
        exhibits.flush();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID copyId = copy.exhibit().id();
        redactions.add(
                new Redaction(
                        copyId, of.ref(), said.removed(), said.reason(), said.passages(), by.account(), now, List.of()),
                of.caseId(),
                by);
        journal.append(ExhibitEvents.redacted(of, copyId, said.reason()));
        return copy;
    }
}
