package lockstep.evidence.viewing;

import java.time.Instant;
import java.util.UUID;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.Viewer;

/**
 * One person's look at one version, which has one entry in the custody however many pages are turned.
 *
 * @param written in which characters a text is written, else null
 * @param cutShort its end is wanting, as far as that can be told
 * @param copy by what its pages name their reader, or null where the marking doesn't ask it
 */
public record Viewing(
        UUID id,
        UUID exhibitId,
        int version,
        Viewer viewer,
        int pages,
        String written,
        boolean cutShort,
        UUID copy,
        Instant begunAt,
        Instant endsAt) {

    void mustLast(Instant now) {
        if (!now.isBefore(endsAt)) {
            throw new ExhibitRefused(Reason.VIEWING_OVER);
        }
    }

    void mustHave(int page) {
        if (page < 1 || page > pages) {
            throw new ExhibitRefused(Reason.NOT_FOUND);
        }
    }

    /** Whether there are pictures of its pages. */
    boolean drawn() {
        return viewer == Viewer.PDF || viewer == Viewer.IMAGE;
    }
}
