package lockstep.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lockstep.auth.Actor;
import lockstep.kit.db.Sql;

/** Which account name belongs to a pseudonym, learned from whoever acts here; for showing alone, never a key. */
@ApplicationScoped
class Persons {
    private final Sql sql;
    private final TransactionSynchronizationRegistry transaction;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Persons(Sql sql, TransactionSynchronizationRegistry transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    private record Known(String account, String agency) {}

    /** Notes the person who acts, with this transaction; asks the database only where this process doesn't know it yet. */
    void note(Actor actor) {
        Known now = new Known(actor.account(), actor.agency().code());
        if (now.equals(known.get(actor.sub()))) {
            return;
        }
        sql.update("""
                insert into person (sub, account, agency) select ?, ?, ?
                where not exists (select from person where sub = ? and account = ? and agency = ?)
                on conflict (sub) do update set account = excluded.account, agency = excluded.agency""", actor.sub(), now.account(), now.agency(), actor.sub(), now.account(), now.agency());
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    known.put(actor.sub(), now);
                }
            }
        });
    }
}
