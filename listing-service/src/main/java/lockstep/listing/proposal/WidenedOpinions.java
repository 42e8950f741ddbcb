package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.Sql;

/** Which opinions all who take part in the case may read. */
@ApplicationScoped
class WidenedOpinions {
    private final Sql sql;

    WidenedOpinions(Sql sql) {
        this.sql = sql;
    }

    /** The opinion on the revision that stands: who gave it, and whether it is open to the case. */
    record Given(String agency, Opinion opinion, boolean open) {}

    Optional<Given> on(Proposal its) {
        return sql.first(
                "select a.agency, a.detail ->> 'standard', a.detail ->> 'criterion', a.detail ->> 'proportionality',"
                        + " a.detail ->> 'disclosability', opinion_widened(a.proposal_id, a.revision) from revision_act a"
                        + " where a.proposal_id = ? and a.revision = ? and a.act = 'FIND_SUFFICIENT'",
                row -> new Given(
                        row.getString(1),
                        new Opinion(row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                        row.getBoolean(6)),
                its.id(),
                its.revision());
    }

    Set<Integer> revisions(UUID proposalId) {
        return Set.copyOf(sql.rows(
                "select revision from widened_opinion where proposal_id = ?", row -> row.getInt(1), proposalId));
    }

    void widen(Proposal its, Actor by, Instant at) {
        sql.update(
                "insert into widened_opinion (proposal_id, revision, sub, account, agency, at) values (?, ?, ?, ?, ?, ?)",
                its.id(),
                its.revision(),
                by.sub(),
                by.account(),
                by.agency().code(),
                at);
    }
}
