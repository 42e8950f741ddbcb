package lockstep.evidence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import lockstep.auth.Actor;
import lockstep.kit.db.Sql;

/** Which account name belongs to a pseudonym, learned from whoever acts here; for showing alone, never a key. */
@ApplicationScoped
public class Accounts {
    private final Sql sql;

    public Accounts(Sql sql) {
        this.sql = sql;
    }

    /** Notes the person who acts. What is known already is left alone, so that one person's requests don't queue. */
    @Transactional
    public void note(Actor actor) {
        String agency = actor.agency().code();
        sql.update("""
                insert into account (sub, name, agency) select ?, ?, ?
                where not exists (select from account where sub = ? and name = ? and agency = ?)
                on conflict (sub) do update set name = excluded.name, agency = excluded.agency""", actor.sub(), actor.account(), agency, actor.sub(), actor.account(), agency);
    }
}
