package lockstep.e2e.statements;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lockstep.local.Instance;

/**
 * The votes that the script casts past the service: for each of some open rounds the live vote of one seat, with what a
 * statement names of it. {@code bench_vote(n)} gives the n-th, from 0, as it stands at that moment.
 */
public final class VoteRows {
    private static final String TABLE = """
            create table if not exists bench_round (n bigint primary key, round uuid not null, package uuid not null, seat text not null,
                hash text not null, cases text not null, route text not null, sub text not null, appointment uuid not null);
            truncate bench_round;
            create or replace function bench_vote(wanted bigint) returns table (round uuid, package uuid, hash text, cases text,
                    route text, sub text, appointment uuid, live uuid, now timestamptz, key uuid, "position" bigint)
                language sql volatile security definer set search_path = public as $$
                select b.round, b.package, b.hash, b.cases, b.route, b.sub, b.appointment, v.id, clock_timestamp(),
                       gen_random_uuid(), (select max(p.position) from journal_position p)
                  from bench_round b join vote v on v.round_id = b.round and v.seat = b.seat and v.superseded_at is null
                 where b.n = wanted $$""";
    private static final String FILL = """
            insert into bench_round
            select row_number() over (order by r.opened_at, r.id) - 1, r.id, r.package_id, v.seat, r.package_hash,
                   (select array_agg(e.case_id order by e.case_id)::text from package_entry e
                     where e.package_id = r.package_id and e.left_at is null),
                   'POST /rounds/' || r.id || '/votes', v.sub, v.appointment_id
              from round r join vote v on v.round_id = r.id and v.superseded_at is null
             where r.id = any (?) and v.account = ?
            """;
    private final Instance instance;

    public VoteRows(Instance instance) {
        this.instance = instance;
    }

    /** Takes the votes that this account has cast in these rounds; how many there are. */
    public int take(Collection<UUID> rounds, String voter) {
        try (Connection connection = instance.connect("listing");
                Statement table = connection.createStatement();
                PreparedStatement fill = connection.prepareStatement(FILL)) {
            table.execute(TABLE);
            fill.setArray(1, connection.createArrayOf("uuid", rounds.toArray()));
            fill.setString(2, voter);
            int taken = fill.executeUpdate();
            table.execute("analyze bench_round");
            return taken;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first vote's values by the name of their column. */
    public Map<String, String> first() {
        try (Connection connection = instance.connect("listing");
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select * from bench_vote(0)")) {
            row.next();
            Map<String, String> values = new HashMap<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.put(row.getMetaData().getColumnName(i), row.getString(i));
            }
            return values;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
