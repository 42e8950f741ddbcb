package lockstep.evidence.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.custody.OpenContent;
import lockstep.evidence.custody.OpenContent.Opening;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.Viewer;

/** Opens content to be looked at: proved whole and found fit to be shown first, then journalled once. */
@ApplicationScoped
public class BeginViewing {
    private final OpenContent open;
    private final PageMaker pages;
    private final Viewings viewings;
    private final ViewingSettings settings;
    private final InstantSource clock;

    BeginViewing(OpenContent open, PageMaker pages, Viewings viewings, ViewingSettings settings, InstantSource clock) {
        this.open = open;
        this.pages = pages;
        this.viewings = viewings;
        this.settings = settings;
        this.clock = clock;
    }

    /** What was found by {@link OpenContent#find}; runs in no transaction, because a page takes its time. */
    public Viewing begin(Opening opening, Actor by) {
        Viewer viewer = viewer(opening);
        if (opening.blob().size() > settings.limit()) {
            throw new ExhibitRefused(Reason.TOO_LARGE_TO_SHOW);
        }
        open.prove(opening);
        PageMaker.Counted counted = open.reading(opening, () -> counted(opening, viewer));
        UUID copy = opening.marked() ? UUID.randomUUID() : null;
        open.viewed(opening, copy, by);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Viewing viewing = new Viewing(
                UUID.randomUUID(),
                opening.version().ref().exhibitId(),
                opening.version().n(),
                viewer,
                counted.pages(),
                counted.written(),
                counted.cutShort(),
                copy,
                now,
                now.plus(settings.lasts()));
        viewings.add(viewing, by);
        return viewing;
    }

    /** What must name its reader is shown as a PDF or not at all: nothing else carries the name. */
    private static Viewer viewer(Opening opening) {
        return opening.marked()
                ? Viewer.PDF
                : opening.version().viewer().orElseThrow(() -> new ExhibitRefused(Reason.NO_VIEWER));
    }

    private PageMaker.Counted counted(Opening opening, Viewer viewer) {
        try {
            return pages.count(opening.blob(), viewer);
        } catch (NotReadable not) {
            throw refused(not);
        }
    }

    static ExhibitRefused refused(NotReadable not) {
        return new ExhibitRefused(
                switch (not.reason()) {
                    case DAMAGED -> Reason.NOT_SHOWABLE;
                    case ENCRYPTED -> Reason.SHOWN_ENCRYPTED;
                    case TOO_HEAVY -> Reason.SHOWN_TOO_HEAVY;
                    case NO_SUCH_PAGE -> Reason.NOT_FOUND;
                    case BUSY -> Reason.VIEWERS_BUSY;
                },
                not);
    }
}
