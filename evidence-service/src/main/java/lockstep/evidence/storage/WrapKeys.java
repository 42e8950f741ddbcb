package lockstep.evidence.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lockstep.kit.db.Sql;
import org.jboss.logging.Logger;

/** Wraps data keys under the current key that an earlier one had wrapped; no file is read or written. */
@ApplicationScoped
class WrapKeys {
    private static final Logger LOG = Logger.getLogger(WrapKeys.class);
    private static final int AT_ONCE = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Keys keys;
    private final KeyUsage usage;
    private final Sql sql;
    private final InstantSource clock;

    WrapKeys(Keys keys, KeyUsage usage, Sql sql, InstantSource clock) {
        this.keys = keys;
        this.usage = usage;
        this.sql = sql;
        this.clock = clock;
    }

    /** What has data keys. */
    enum Holder {
        BLOBS("blobs"),
        UPLOADS("uploads"),
        SOURCES("sources");

        private final String table;

        Holder(String table) {
            this.table = table;
        }
    }

    private record Wrapped(UUID id, UUID blob, byte[] key) {
        static Wrapped of(ResultSet row) throws SQLException {
            return new Wrapped(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBytes(3));
        }
    }

    /** How far one run has come: {@code after} null: to the end. */
    record Step(UUID after, int wrapped) {
        static final Step FIRST = new Step(BEFORE_ALL, 0);
    }

    /** Reads the keys again and compares them with those that were here before; what is known of each then. */
    @Transactional
    List<KeyUsage.KeyState> check() {
        keys.readAgain();
        KeyEncryption all = keys.all();
        Map<Long, byte[]> proofs = new HashMap<>();
        sql.rows("select id, proof from kek", row -> proofs.put(row.getLong(1), row.getBytes(2)));
        Set<Long> others = new HashSet<>();
        for (long id : all.ids()) {
            byte[] proof = proofs.get(id);
            if (proof == null) {
                sql.update(
                        "insert into kek (id, proof, first_seen) values (?, ?, ?) on conflict do nothing",
                        id,
                        all.proof(id),
                        clock.instant());
            } else if (!all.proves(id, proof)) {
                others.add(id);
            }
        }
        keys.distrust(others);
        return usage.read();
    }

    /** The next few, in one transaction: whoever dies in it leaves them as they were. */
    @Transactional
    Step next(Holder holder, Step before) {
        KeyEncryption kek = keys.now();
        List<String> earlier = kek.ids().stream()
                .filter(id -> id != kek.current())
                .map(String::valueOf)
                .toList();
        List<Wrapped> taken = sql.rows(
                "select * from " + holder.table + "_to_wrap(?::bigint[], ?, ?)",
                Wrapped::of,
                earlier,
                before.after(),
                AT_ONCE);
        List<UUID> ids = new ArrayList<>();
        List<String> wrapped = new ArrayList<>();
        for (Wrapped one : taken) {
            try {
                wrapped.add(Base64.getEncoder().encodeToString(kek.wrap(kek.unwrap(one.blob(), one.key()))));
                ids.add(one.id());
            } catch (ContentDamaged damaged) {
                LOG.errorf("the key of blob %s can't be wrapped anew: %s", one.blob(), damaged.getMessage());
            }
        }
        if (!ids.isEmpty()) {
            sql.rows("select " + holder.table + "_wrapped(?, ?)", row -> ids, ids, wrapped);
        }
        UUID after = taken.size() < AT_ONCE ? null : taken.getLast().id();
        return new Step(after, before.wrapped() + ids.size());
    }
}
