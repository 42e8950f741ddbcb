package lockstep.listing.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Principal;
import lockstep.kit.db.Sql;
import lockstep.listing.decision.DecisionRefused.Reason;

/** The rounds and their votes, visible with their package. */
@ApplicationScoped
public class Rounds implements PanacheRepositoryBase<Round, UUID> {

    private static final String VISIBLE = "select r.* from round_seen(:id) r";

    private final Sql sql;

    Rounds(Sql sql) {
        this.sql = sql;
    }

    public Optional<Round> visibleTo(Principal actor, UUID id) {
        List<Round> found = getSession()
                .createNativeQuery(VISIBLE, Round.class)
                .setParameter("id", id)
                .getResultList();
        return found.stream().findFirst();
    }

    public Round require(Principal actor, UUID id) {
        return visibleTo(actor, id).orElseThrow(Rounds::unknown);
    }

    /** The package that a round decides. Its row alone: a round carries its whole electorate with what each could see. */
    public UUID packageOf(UUID id) {
        return sql.first("select package_id from round_seen(?)", row -> row.getObject(1, UUID.class), id)
                .orElseThrow(Rounds::unknown);
    }

    /** The round as it stands under its package's lock, which is taken before anything of the round is read. */
    Round locked(UUID id) {
        return findByIdOptional(id).orElseThrow(Rounds::unknown);
    }

    private static DecisionRefused unknown() {
        return new DecisionRefused(Reason.UNKNOWN_ROUND, "No such round.");
    }

    /** The package's round that is not over; the package's row must be locked before. */
    public Optional<Round> live(UUID packageId) {
        return find("packageId = ?1 and status in (OPEN, STOPPED)", packageId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    public List<Round> of(UUID packageId) {
        return list("packageId = ?1 order by openedAt desc", packageId);
    }

    /** All votes of a round, earlier ones too, the oldest first. */
    public List<Vote> votes(UUID roundId) {
        return getSession()
                .createNativeQuery("select v.* from votes_of(:id) v order by v.at", Vote.class)
                .setParameter("id", roundId)
                .getResultList();
    }

    List<Vote> live(Round round) {
        return votes(round.id()).stream().filter(Vote::live).toList();
    }

    void fix(Round round, Collection<Entry> entries) {
        sql.updateAll(
                "insert into round_entry (round_id, proposal_id, revision, content_hash) values (?, ?, ?, ?)",
                entries.stream()
                        .map(entry ->
                                new Object[] {round.id(), entry.proposalId(), entry.revision(), entry.contentHash()})
                        .toList());
    }
}
