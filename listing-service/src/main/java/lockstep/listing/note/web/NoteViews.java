package lockstep.listing.note.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.note.InternalNote;

/** A note as one of its readers sees it. */
final class NoteViews {
    private NoteViews() {}

    record Person(String sub, String account, String agency) {}

    record NoteView(
            UUID id,
            UUID proposalId,
            UUID packageId,
            String contentHash,
            String text,
            Person person,
            Instant at,
            Audience audience,
            String widenedBy,
            Instant widenedAt,
            List<Allowed> allowedActions) {}

    static NoteView of(InternalNote its, Actor reader) {
        return new NoteView(
                its.id(),
                its.proposalId(),
                its.packageId(),
                its.contentHash(),
                its.text(),
                new Person(its.sub(), its.account(), its.agency()),
                its.at(),
                its.audience(),
                its.widenedAccount(),
                its.widenedAt(),
                actions(its, reader));
    }

    private static List<Allowed> actions(InternalNote its, Actor reader) {
        List<Allowed> all = new ArrayList<>();
        if (its.audience() == Audience.AGENCY) {
            all.add(Allowed.unless("widen-to-electorate", its.whyNotWidened(Audience.ELECTORATE, reader), null));
        }
        if (its.audience() != Audience.CASE && its.packageId() == null) {
            all.add(Allowed.unless("widen-to-case", its.whyNotWidened(Audience.CASE, reader), null));
        }
        return all;
    }
}
