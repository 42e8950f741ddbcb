package lockstep.listing.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.listing.decision.DecisionRefused.Missing;
import lockstep.listing.decision.DecisionRefused.Reason;

/**
 * The dates of a release whose instant an embargo group has moved to another day. A date that was the former day, or that lay
 * behind it and would now lie before the release, was given for that day and is given anew; others may stay.
 *
 * @param inForce null: as it was
 * @param listed of entries; those that aren't named stay as they were
 */
public record DatesAnew(LocalDate inForce, Map<UUID, LocalDate> listed) {
    public static final DatesAnew NONE = new DatesAnew(null, Map.of());

    /** Writes them into the entries and gives the date of entry into force; refuses all that is missing at once. */
    LocalDate apply(Release before, Instant then, List<Entry> entries, ZoneId zone) {
        LocalDate former = LocalDate.ofInstant(before.at(), zone);
        LocalDate day = LocalDate.ofInstant(then, zone);
        List<Missing> missing = new ArrayList<>();
        if (inForce == null && stale(before.inForce(), former, day)) {
            missing.add(missing("/inForce", "Say when it enters into force"));
        } else if (inForce != null && inForce.isBefore(day)) {
            missing.add(new Missing("/inForce", "before-release", "It can't be in force before it is released."));
        }
        for (Entry entry : entries) {
            LocalDate given = listed.get(entry.proposalId());
            if (given != null) {
                entry.willBePrinted(entry.number(), given);
            } else if (stale(entry.listedDate(), former, day)) {
                missing.add(missing("/listedDates/" + entry.proposalId(), "Give the date of entry " + entry.no()));
            }
        }
        if (!missing.isEmpty()) {
            throw new DecisionRefused(Reason.ENTRY_INCOMPLETE, "The release has moved to " + day + ".", missing);
        }
        return inForce == null ? before.inForce() : inForce;
    }

    private static boolean stale(LocalDate date, LocalDate former, LocalDate day) {
        boolean overtaken = date != null && !date.isBefore(former) && date.isBefore(day);
        return overtaken || former.equals(date) && !former.equals(day);
    }

    private static Missing missing(String pointer, String what) {
        return new Missing(pointer, "date-of-former-instant", what + " anew, the release has moved to another day.");
    }
}
