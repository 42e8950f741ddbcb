package lockstep.listing.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lockstep.auth.Actor;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** Where each person is mailed: the address that the realm vouches for in the person's own token, and nothing else. */
@ApplicationScoped
public class Mailboxes {
    private final Sql sql;
    private final InstantSource clock;
    private final Map<String, Mailbox> known = new ConcurrentHashMap<>();

    Mailboxes(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Mailbox(String account, String agency, String address, String language) {}

    /**
     * Asks the database only where this process doesn't know it yet.
     *
     * @param address null: the account has none
     * @param languages as Accept-Language has them; null: as before
     */
    public void note(Actor actor, String address, String languages) {
        Mailbox before = known.get(actor.sub());
        String language = languages != null ? MailText.language(languages) : before == null ? null : before.language();
        Mailbox now = new Mailbox(actor.account(), actor.agency().code(), address, language);
        if (!now.equals(before)) {
            QuarkusTransaction.requiringNew().run(() -> keep(actor.sub(), now));
            known.put(actor.sub(), now);
        }
    }

    private void keep(String sub, Mailbox now) {
        sql.update(
                """
                insert into mailbox (sub, account, agency, address, language, noted_at) values (?, ?, ?, ?, coalesce(?, 'en'), ?)
                on conflict (sub) do update set account = excluded.account, agency = excluded.agency,
                    address = excluded.address, language = coalesce(?, mailbox.language), noted_at = excluded.noted_at
                """, sub, now.account(), now.agency(), now.address(), now.language(), clock.instant(), now.language());
    }

    /** True if mails would reach the person who asks. */
    @ReadOnly
    public boolean addressKnown(Actor actor) {
        return sql.first("select address from mailbox where sub = ?", row -> row.getString(1), actor.sub())
                .isPresent();
    }
}
