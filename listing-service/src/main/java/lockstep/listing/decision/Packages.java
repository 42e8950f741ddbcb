package lockstep.listing.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Principal;
import lockstep.kit.db.Sql;
import lockstep.listing.decision.DecisionRefused.Reason;

/** The packages, as far as the actor may see them. */
@ApplicationScoped
public class Packages implements PanacheRepositoryBase<Package, UUID> {

    private static final String VISIBLE = "select k.* from package_seen(:id) k";

    private final Sql sql;

    Packages(Sql sql) {
        this.sql = sql;
    }

    public Optional<Package> visibleTo(Principal actor, UUID id) {
        List<Package> found = getSession()
                .createNativeQuery(VISIBLE, Package.class)
                .setParameter("id", id)
                .getResultList();
        return found.stream().findFirst();
    }

    public Package require(Principal actor, UUID id) {
        return visibleTo(actor, id).orElseThrow(() -> new DecisionRefused(Reason.UNKNOWN_PACKAGE, "No such package."));
    }

    /** The same, locked: everything that happens to one package happens one after the other. */
    Package requireForChange(Principal actor, UUID id) {
        Package found = require(actor, id);
        getEntityManager().refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    /** The next serial number of a programme's year. */
    int nextSerial(String programme, int year) {
        return sql.first(
                        "insert into package_serial as s (programme, year, last) values (?, ?, 1)"
                                + " on conflict (programme, year) do update set last = s.last + 1 returning last",
                        row -> row.getInt(1),
                        programme,
                        year)
                .orElseThrow();
    }
}
