package lockstep.web.services;

import java.time.Instant;

/**
 * One person's look at one version.
 *
 * @param viewer PDF, IMAGE, TEXT, TABLE or WORKBOOK
 * @param seenBy what its pictures say of who looks, or null
 */
public record ViewingView(
        String id,
        String exhibitId,
        int version,
        String viewer,
        int pages,
        String written,
        boolean cutShort,
        String seenBy,
        Instant begunAt,
        Instant endsAt) {}
