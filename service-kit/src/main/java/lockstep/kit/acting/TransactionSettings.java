package lockstep.kit.acting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.auth.Principal;
import lockstep.auth.Reader;
import lockstep.auth.SystemActor;
import lockstep.kit.db.ReadOnlyTransaction;
import lockstep.kit.db.Sql;

/**
 * Tells the database who acts as each transaction begins, so that row-level security can decide; the settings end with
 * the transaction. A transaction in which nobody acts does not begin.
 */
@ApplicationScoped
class TransactionSettings {
    private static final String TELL = """
            select set_config('lockstep.sub', ?, true), set_config('lockstep.agency', ?, true),
                   set_config('lockstep.strict', ?, true), set_config('lockstep.wide', ?, true),
                   set_config('lockstep.levels', ?, true), set_config('lockstep.inactive', ?, true),
                   set_config('lockstep.system', ?, true), set_config('lockstep.claims', ?, true),
                   set_config('lockstep.now', ?, true), set_config('transaction_read_only', ?, true)
            """;
    private static final Reader NOBODY = new Reader("", "", Set.of(), Set.of(), Set.of());

    private final Acting acting;
    private final Agencies agencies;
    private final InstantSource clock;
    private final Sql sql;
    private final TransactionManager transactions;

    TransactionSettings(
            Acting acting, Agencies agencies, InstantSource clock, Sql sql, TransactionManager transactions) {
        this.acting = acting;
        this.agencies = agencies;
        this.clock = clock;
        this.sql = sql;
        this.transactions = transactions;
    }

    void begun(@Observes @Initialized(TransactionScoped.class) Object transaction) throws SystemException {
        try {
            tell(acting.principal(), ReadOnlyTransaction.beginning());
        } catch (RuntimeException refused) {
            // Whoever began it never gets to end it: left alone it would stay bound to this thread.
            transactions.rollback();
            throw refused;
        }
    }

    private void tell(Principal principal, boolean readOnly) {
        Reader reader = principal instanceof Actor person ? person.reader() : NOBODY;
        SystemActor system = principal instanceof SystemActor job ? job : new SystemActor("", Set.of());
        sql.rows(
                TELL,
                row -> row,
                reader.sub(),
                reader.agency(),
                array(reader.strict()),
                array(reader.wide()),
                array(reader.levels()),
                array(agencies.inactive()),
                system.job(),
                array(system.claims()),
                clock.instant().toString(),
                readOnly ? "on" : "off");
    }

    /** A PostgreSQL array literal, each element quoted. */
    static String array(Collection<?> values) {
        return values.stream()
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
