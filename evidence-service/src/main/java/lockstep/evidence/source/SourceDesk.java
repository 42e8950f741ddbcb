package lockstep.evidence.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;
import lockstep.evidence.exhibit.Exhibit;
import lockstep.evidence.exhibit.ExhibitEvents;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.exhibit.SeenExhibit;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.kit.journal.Protection;

/** What every act on a protected source begins and ends with: the exhibit locked, and an entry of its custody. */
@ApplicationScoped
class SourceDesk {
    private final Exhibits exhibits;
    private final Sources sources;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    SourceDesk(Exhibits exhibits, Sources sources, Journal journal, Attempt attempt, InstantSource clock) {
        this.exhibits = exhibits;
        this.sources = sources;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** What is acted on, and the version with which that is journalled. */
    record Taken(Source source, ExhibitVersion latest) {
        Exhibit exhibit() {
            return source.exhibit();
        }
    }

    /** That something was done with the source; {@code sub} and {@code account}: of the handler whom it is about, or null. */
    record Acted(UUID exhibitId, int version, String sub, String account) {}

    /** Locked until the transaction ends: two handlers who take each other away wait for each other. */
    Taken take(UUID exhibitId, String type, Actor by) {
        return taken(
                exhibits.lockedFor(by, exhibitId).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND)), type, by);
    }

    /** For reading alone. */
    Taken look(UUID exhibitId, String type, Actor by) {
        return taken(
                exhibits.visibleTo(by, exhibitId).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND)), type, by);
    }

    /** What a handler is refused would tell the originator's people that it is one; what others are refused, they are told. */
    private Taken taken(SeenExhibit seen, String type, Actor by) {
        Taken taken = new Taken(sources.of(seen.exhibit()), seen.latest());
        if (taken.source().handledBy(by)) {
            ExhibitEvents.attempted(attempt, type, taken.latest(), forHandlers(taken, null, by));
        } else {
            ExhibitEvents.attemptedOfOriginator(attempt, type, taken.latest());
        }
        return taken;
    }

    void done(String type, Taken taken, Handler about, Actor by) {
        Acted payload = new Acted(
                taken.exhibit().id(),
                taken.latest().n(),
                about == null ? null : about.sub(),
                about == null ? null : about.account());
        journal.append(entry(type, taken, about, by, payload));
    }

    /**
     * For the source's handlers by name, and for whoever acts: the rest of the originator's people don't learn who they are. An
     * auditor of the case sees that it was done, and by whom.
     */
    JournalEntry entry(String type, Taken taken, Handler about, Actor by, Object payload) {
        return new JournalEntry(
                type,
                1,
                "exhibit",
                taken.exhibit().id(),
                taken.latest().n(),
                null,
                null,
                forHandlers(taken, about, by),
                payload);
    }

    private static Protection forHandlers(Taken taken, Handler about, Actor by) {
        ExhibitVersion latest = taken.latest();
        Stream<String> concerned = about == null ? Stream.of() : Stream.of(about.sub(), about.namedBy());
        List<String> named = Stream.of(
                        taken.source().handlers().stream()
                                .filter(Handler::handles)
                                .map(Handler::sub),
                        concerned,
                        Stream.of(by.sub()))
                .flatMap(its -> its)
                .distinct()
                .sorted()
                .toList();
        Marking marking = new Marking(latest.marking().level(), false, List.of(), Tlp.RED, named);
        return new Protection(
                latest.caseId(), null, latest.originator(), marking, Audience.AGENCY, latest.originator());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
