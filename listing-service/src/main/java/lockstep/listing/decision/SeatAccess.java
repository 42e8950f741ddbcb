package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Principal;
import lockstep.auth.SystemActor;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.evidence.Refusals.Asker;
import lockstep.listing.evidence.Refusals.Refused;
import lockstep.listing.notice.Tell;

/**
 * The seats of a live round that have not spoken, and what they can't open although the round was opened with it. Whoever has
 * spoken had read it; a reserve is no vote. A seat that has signed that it decides without a version has lost nothing.
 */
@ApplicationScoped
public class SeatAccess {
    private final Packages packages;
    private final Rounds rounds;
    private final Entries entries;
    private final Waivers waivers;
    private final Tell tell;
    private final Sql sql;
    private final InstantSource clock;

    SeatAccess(
            Packages packages,
            Rounds rounds,
            Entries entries,
            Waivers waivers,
            Tell tell,
            Sql sql,
            InstantSource clock) {
        this.packages = packages;
        this.rounds = rounds;
        this.entries = entries;
        this.waivers = waivers;
        this.tell = tell;
        this.sql = sql;
        this.clock = clock;
    }

    /** A version that a seat can't open. */
    public record Lost(String seat, ExhibitRef exhibit) {}

    /** To be asked of evidence-service: each seat that has not spoken, by its agency's ceiling; nobody without a round. */
    @ReadOnly
    public ExhibitAccess.Question ofSilent(UUID packageId, Principal reader) {
        packages.require(reader, packageId);
        List<Asker> silent = rounds.of(packageId).stream()
                .filter(round -> round.status().live())
                .flatMap(round -> silent(round).stream())
                .map(seat -> new Asker(seat.agency(), null, null, seat.seat()))
                .toList();
        return silent.isEmpty()
                ? new ExhibitAccess.Question(List.of(), Set.of(), Set.of())
                : new ExhibitAccess.Question(silent, entries.exhibits(packageId), entries.cases(packageId));
    }

    private List<Count.ElectorateSeat> silent(Round round) {
        Set<String> spoken = rounds.live(round).stream()
                .filter(vote -> vote.choice() != Choice.RESERVE)
                .map(Vote::seat)
                .collect(Collectors.toSet());
        return round.electorate().stream()
                .filter(seat -> !spoken.contains(seat.seat()))
                .toList();
    }

    /** Of what was refused, what a seat of the round has lost as it stands now. */
    List<Lost> lost(Round round, Collection<Refused> refused) {
        Map<String, List<String>> without = waivers.of(round.packageId());
        Set<ExhibitRef> cited = entries.exhibits(round.packageId());
        return silent(round).stream()
                .flatMap(seat -> refused.stream()
                        .filter(pair -> Openable.closedTo(seat, pair, without))
                        .map(pair -> new Lost(seat.seat(), new ExhibitRef(pair.exhibitId(), pair.version()))))
                .filter(its -> cited.contains(its.exhibit()))
                .distinct()
                .toList();
    }

    /** What the chair is shown and told of, until it is asked again. */
    @Transactional
    public void note(UUID packageId, Collection<Refused> refused, SystemActor job) {
        packages.requireForChange(job, packageId);
        rounds.live(packageId).ifPresent(round -> {
            List<Lost> now = lost(round, refused);
            List<Lost> before = of(round.id());
            if (Set.copyOf(before).equals(Set.copyOf(now))) {
                return;
            }
            sql.update("delete from seat_access_lost where round_id = ?", round.id());
            Instant since = clock.instant();
            sql.updateAll(
                    "insert into seat_access_lost (round_id, package_id, seat, exhibit_id, version, since)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    now.stream()
                            .map(its -> new Object[] {
                                round.id(),
                                packageId,
                                its.seat(),
                                its.exhibit().exhibitId(),
                                its.exhibit().version(),
                                since
                            })
                            .toList());
            tell.ofPackage(packageId);
        });
    }

    /** As it was noted last. */
    public List<Lost> of(UUID roundId) {
        return sql.rows(
                "select seat, exhibit_id, version from seat_access_lost where round_id = ? order by 1, 2, 3",
                row -> new Lost(row.getString(1), new ExhibitRef(row.getObject(2, UUID.class), row.getInt(3))),
                roundId);
    }
}
