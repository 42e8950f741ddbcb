package lockstep.evidence.source;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.evidence.exhibit.Exhibit;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;

/**
 * An exhibit's source and who handles it; verbs and views ask the same guards.
 *
 * @param handlers as far as the acting person may know of them, those of before too
 * @param handling how many there are now
 */
record Source(Exhibit exhibit, List<Handler> handlers, long handling) {

    /** The originator's analysts seal it; once it is sealed, its handlers say it anew. */
    void maySeal(Actor by) {
        if (exhibit.sourceProtected()) {
            mayHandle(by);
        } else {
            exhibit.mayChange(by);
        }
    }

    /** The one guard of all that touches what is sealed: by name, whatever the person's office. */
    void mayHandle(Actor by) {
        mustBeSealed();
        if (!handledBy(by)) {
            throw new ExhibitRefused(Reason.NOT_A_HANDLER);
        }
    }

    void mayName(String sub, Actor by) {
        mayHandle(by);
        if (handlers.stream().anyMatch(one -> one.sub().equals(sub) && (one.handles() || one.waits()))) {
            throw new ExhibitRefused(Reason.HANDLER_ALREADY);
        }
    }

    /** Another handler; while there is only one, a registrar of the originator. Nobody confirms himself. */
    Handler mayConfirm(UUID id, Actor by) {
        Handler named = maySettle(id, by);
        if (named.namedBy().equals(by.sub()) || named.sub().equals(by.sub())) {
            throw new ExhibitRefused(Reason.FOUR_EYES);
        }
        return named;
    }

    /** Whoever could confirm it, and whoever named. */
    Handler maySettle(UUID id, Actor by) {
        mustBeSealed();
        if (!handledBy(by) && !(handling == 1 && by.has(Role.REGISTRAR) && by.of(exhibit.originator()))) {
            throw new ExhibitRefused(Reason.NOT_CONFIRMING);
        }
        return one(id, Handler::waits, Reason.HANDLER_NOT_NAMED);
    }

    /** Nobody himself: whoever takes another away has shown that he can still act. */
    Handler mayTakeAway(UUID id, Actor by) {
        mayHandle(by);
        Handler leaving = one(id, Handler::handles, Reason.NOT_FOUND);
        if (handling < 2) {
            throw new ExhibitRefused(Reason.LAST_HANDLER);
        }
        if (leaving.sub().equals(by.sub())) {
            throw new ExhibitRefused(Reason.FOUR_EYES);
        }
        return leaving;
    }

    boolean handledBy(Actor by) {
        return by.of(exhibit.originator())
                && handlers.stream().anyMatch(one -> one.handles() && one.sub().equals(by.sub()));
    }

    private Handler one(UUID id, Predicate<Handler> standing, Reason otherwise) {
        return handlers.stream()
                .filter(one -> one.id().equals(id) && standing.test(one))
                .findFirst()
                .orElseThrow(() -> new ExhibitRefused(otherwise));
    }

    private void mustBeSealed() {
        exhibit.mustNotBeDisposedOf();
        if (!exhibit.sourceProtected()) {
            throw new ExhibitRefused(Reason.NO_PROTECTED_SOURCE);
        }
    }
}
