package lockstep.evidence.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** What each key-encryption key still wraps, and whether it is there. */
@ApplicationScoped
public class KeyUsage {
    private final Keys keys;
    private final Sql sql;

    KeyUsage(Keys keys, Sql sql) {
        this.keys = keys;
        this.sql = sql;
    }

    /** Whether a key can be used. */
    public enum Standing {
        HERE,
        MISSING,
        /** Another key stands under its id. */
        ANOTHER
    }

    /**
     * One key.
     *
     * @param current it wraps what comes in
     * @param wraps how many data keys of the asking agency's; for the job, of all
     * @param others whether it wraps other agencies' too
     */
    public record KeyState(long id, boolean current, Standing standing, long wraps, boolean others) {
        /** Nothing is lost if it is taken away. */
        public boolean removable() {
            return !current && !needed();
        }

        boolean needed() {
            return wraps > 0 || others;
        }
    }

    @ReadOnly
    public List<KeyState> states() {
        return read();
    }

    /** In the running transaction. */
    List<KeyState> read() {
        KeyEncryption all = keys.all();
        Map<Long, KeyState> states = new TreeMap<>();
        all.ids().forEach(id -> states.put(id, state(id, all, 0, false)));
        sql.rows(
                        "select kek_id, used, elsewhere from kek_usage() where kek_id is not null",
                        row -> state(row.getLong(1), all, row.getLong(2), row.getBoolean(3)))
                .forEach(used -> states.put(used.id(), used));
        return new ArrayList<>(states.values());
    }

    private KeyState state(long id, KeyEncryption all, long wraps, boolean others) {
        Standing standing = !all.ids().contains(id)
                ? Standing.MISSING
                : keys.distrusted().contains(id) ? Standing.ANOTHER : Standing.HERE;
        return new KeyState(id, id == all.current(), standing, wraps, others);
    }
}
