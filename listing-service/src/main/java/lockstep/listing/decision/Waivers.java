package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.kit.db.Sql;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.evidence.ExhibitRef;

/** What seats have signed to decide without: an exhibit that their agency can't open (G7). */
@ApplicationScoped
public class Waivers {
    private final Entries entries;
    private final Sql sql;

    Waivers(Entries entries, Sql sql) {
        this.entries = entries;
        this.sql = sql;
    }

    void sign(UUID packageId, String seat, List<ExhibitRef> items, Actor by, Instant at) {
        DecisionRefused.when(
                !items.isEmpty() && !entries.exhibits(packageId).containsAll(items),
                Reason.UNKNOWN_EXHIBIT,
                "The package rests on no such exhibit version.");
        for (ExhibitRef item : items) {
            sql.update(
                    "insert into package_waiver (package_id, seat, exhibit_id, version, sub, at)"
                            + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                    packageId,
                    seat,
                    item.exhibitId(),
                    item.version(),
                    by.sub(),
                    at);
        }
    }

    /** By seat, each as {@code <exhibit id>/<version>}. */
    Map<String, List<String>> of(UUID packageId) {
        List<String[]> rows = sql.rows(
                "select seat, exhibit_id || '/' || version from package_waiver where package_id = ? order by 1, 2",
                row -> new String[] {row.getString(1), row.getString(2)},
                packageId);
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row[0], TreeMap::new, Collectors.mapping(row -> row[1], Collectors.toList())));
    }
}
