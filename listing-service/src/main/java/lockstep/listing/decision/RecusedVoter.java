package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import lockstep.kit.db.Sql;
import lockstep.listing.casefile.PersonRecused;

/** Takes back what somebody recused has said in rounds that still run: the seat is free for its alternate (G5). */
@ApplicationScoped
class RecusedVoter {
    private final Rounds rounds;
    private final Conclude conclude;
    private final Desk desk;
    private final Sql sql;

    RecusedVoter(Rounds rounds, Conclude conclude, Desk desk, Sql sql) {
        this.rounds = rounds;
        this.conclude = conclude;
        this.desk = desk;
        this.sql = sql;
    }

    void onRecused(@Observes PersonRecused recused) {
        for (UUID id : votedIn(recused)) {
            Package its = desk.takeOf(id, "round.vote-taken-back", recused.person());
            Round round = desk.round(id);
            List<Vote> theirs = rounds.live(round).stream()
                    .filter(vote -> vote.sub().equals(recused.person().sub()))
                    .toList();
            if (!round.status().live() || theirs.isEmpty()) {
                continue;
            }
            theirs.forEach(vote -> vote.supersede("recused", desk.now()));
            rounds.flush();
            desk.done(
                    its,
                    "round.vote-taken-back",
                    theirs.getFirst().seat(),
                    desk.read(its, round).saying(null, "recused", null, null));
            conclude.afterVote(its, round, recused.person());
        }
    }

    private List<UUID> votedIn(PersonRecused recused) {
        return sql.rows(
                """
                select distinct r.id from round r join vote v on v.round_id = r.id and v.superseded_at is null
                  join package_entry e on e.package_id = r.package_id and e.left_at is null
                 where r.status in ('OPEN', 'STOPPED') and v.sub = ? and e.case_id = ? order by r.id
                """, row -> row.getObject(1, UUID.class), recused.person().sub(), recused.caseId());
    }
}
