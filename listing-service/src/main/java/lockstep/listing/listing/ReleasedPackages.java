package lockstep.listing.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;
import lockstep.kit.db.Sql;
import lockstep.kit.journal.Protection;
import lockstep.listing.listing.PrintRefused.Reason;

/** What listings need to know of the package that they were released in, as far as the acting person sees it. */
@ApplicationScoped
public class ReleasedPackages {
    private final Sql sql;

    ReleasedPackages(Sql sql) {
        this.sql = sql;
    }

    /** @param protection of what happens to the package: those who take part in it */
    public record Released(UUID id, int version, String programme, boolean released, Protection protection) {}

    public Released require(UUID packageId) {
        return visible(packageId).orElseThrow(() -> new PrintRefused(Reason.UNKNOWN_PACKAGE));
    }

    Optional<Released> visible(UUID packageId) {
        return sql.first(
                "select k.version, k.programme, k.status = 'PUBLISHED', k.originator, k.m_level, k.m_orcon,"
                        + " k.m_rel_to, k.m_tlp, k.m_named from package k where k.id = ? and sees_package(k)",
                row -> new Released(
                        packageId,
                        row.getInt(1),
                        row.getString(2),
                        row.getBoolean(3),
                        new Protection(
                                null,
                                packageId,
                                row.getString(4),
                                new Marking(
                                        row.getString(5),
                                        row.getBoolean(6),
                                        List.of((String[]) row.getArray(7).getArray()),
                                        Tlp.valueOf(row.getString(8)),
                                        List.of((String[]) row.getArray(9).getArray())),
                                Audience.ELECTORATE,
                                null)),
                packageId);
    }
}
