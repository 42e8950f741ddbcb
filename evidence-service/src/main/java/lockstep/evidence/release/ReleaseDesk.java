package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.release.ReleaseRefused.Reason;

/** What every act on a request begins and ends with. */
@ApplicationScoped
class ReleaseDesk {
    private final Releases releases;
    private final AskedVersions versions;
    private final ReleaseEvents events;
    private final InstantSource clock;

    ReleaseDesk(Releases releases, AskedVersions versions, ReleaseEvents events, InstantSource clock) {
        this.releases = releases;
        this.versions = versions;
        this.events = events;
        this.clock = clock;
    }

    /** The request, locked, through its actor's eyes; a refusal from here on is journalled with it. */
    ReleaseRequest take(UUID id, String type, Actor by) {
        ReleaseRequest request = releases.lockedFor(by, id).orElseThrow(() -> new ReleaseRefused(Reason.NOT_FOUND));
        events.attempted(type, request, by);
        return request;
    }

    /** Of the versions those that the running transaction may read. */
    List<AskedVersion> versions(ReleaseRequest request) {
        return versions.of(request.refs());
    }

    /** Of those the ones that were let out, and the copies: what was refused is neither revoked nor does it run out. */
    List<AskedVersion> given(ReleaseRequest request) {
        return versions.of(request.given());
    }

    void done(String type, ReleaseRequest request, Collection<AskedVersion> about, String reason) {
        releases.flush();
        events.done(type, request, about, reason);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
