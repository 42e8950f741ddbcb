package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Levels;
import lockstep.evidence.access.Access;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.Ids;
import lockstep.evidence.release.ReleaseRefused.Reason;

/** Asks an originator to release versions: by whoever takes part and knows that they exist, or by its own people unasked. */
@ApplicationScoped
public class AskForRelease {
    private final Access access;
    private final Releases releases;
    private final ReleaseEvents events;
    private final Levels levels;
    private final Downgrade downgrade;
    private final InstantSource clock;

    AskForRelease(
            Access access,
            Releases releases,
            ReleaseEvents events,
            Levels levels,
            Downgrade downgrade,
            InstantSource clock) {
        this.access = access;
        this.releases = releases;
        this.events = events;
        this.levels = levels;
        this.downgrade = downgrade;
        this.clock = clock;
    }

    /** {@code about}: the versions asked for, looked up by {@link HiddenVersions} before this transaction. */
    @Transactional
    public ReleaseRequest ask(UUID caseId, Asked asked, List<AskedVersion> about, Actor by) {
        CaseAccess inCase = access.of(by, caseId);
        if (!KnownVersions.in(inCase, about).containsAll(asked.items())) {
            throw new ExhibitRefused(ExhibitRefused.Reason.NOT_FOUND);
        }
        ReleaseRefused.when(
                about.stream().map(AskedVersion::originator).distinct().count() > 1, Reason.SEVERAL_ORIGINATORS);
        about.stream().filter(its -> sees(inCase, its)).forEach(AskedVersion::mayGoOut);
        if (asked.marking() != null) {
            about.stream()
                    .filter(its -> sees(inCase, its))
                    .forEach(its -> downgrade.check(its.marking(), asked.marking()));
        }
        refuseTwice(asked, caseId, by);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReleaseRequest request = new ReleaseRequest(Ids.next(now), asked, about, level(about, by), by, now);
        releases.persist(request);
        releases.flush();
        events.done("release.requested", request, about, asked.why());
        return request;
    }

    private static boolean sees(CaseAccess inCase, AskedVersion its) {
        return inCase.verdict(its.ref(), its.originator(), its.marking()).visible();
    }

    private void refuseTwice(Asked asked, UUID caseId, Actor by) {
        List<ReleaseRequest> waiting = releases.list(
                "caseId = ?1 and askedAgency = ?2 and status = ?3 and kind = ?4",
                caseId,
                by.agency().code(),
                ReleaseStatus.REQUESTED,
                asked.kind());
        boolean twice = waiting.stream()
                .anyMatch(its -> Objects.equals(its.to(), asked.to())
                        && its.refs().stream().anyMatch(asked.items()::contains));
        ReleaseRefused.when(twice, Reason.ALREADY_ASKED);
    }

    /** The highest level among the versions that the requester is cleared for; where there is none, he knew no more than an id. */
    private String level(List<AskedVersion> about, Actor by) {
        return about.stream()
                .map(its -> its.marking().level())
                .filter(by.reader().levels()::contains)
                .reduce(levels::higher)
                .orElseGet(() -> levels.usualIn(by.agency().country()));
    }
}
