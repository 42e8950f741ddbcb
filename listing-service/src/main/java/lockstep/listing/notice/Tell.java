package lockstep.listing.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.kit.db.Sql;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;

/** Writes notices to those who are waited for; whatever was told before is not told again. */
@ApplicationScoped
public class Tell {
    private static final String TELL =
            "select tell(?, ?, ?, cast(? as interval), cast(? as interval), ?, ?, cast(? as uuid))";
    private static final String NOW = "NOW";

    private final Sql sql;
    private final Programmes programmes;

    Tell(Sql sql, Programmes programmes) {
        this.sql = sql;
        this.programmes = programmes;
    }

    /** Of everything that waits in this package as it stands in the transaction that changed it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void ofPackage(UUID packageId) {
        Reminding.all().filter(Reminding::atOnce).forEach(its -> tell(its, NOW, null, null, packageId));
    }

    /** Of every deadline so near that a lead time is reached; the number of notices. */
    @Transactional
    int ofNearDeadlines() {
        return programmes.all().stream()
                .mapToInt(programme -> Reminding.all()
                        .mapToInt(its -> its.leads(programme).stream()
                                .mapToInt(lead -> tell(its, lead.before().value(), lead, programme, null))
                                .sum())
                        .sum())
                .sum();
    }

    private int tell(Reminding its, String named, Lead lead, Programme programme, UUID packageId) {
        return sql.first(
                        TELL,
                        row -> row.getInt(1),
                        its.kind(),
                        its.offices(),
                        named,
                        lead == null ? null : lead.before().value(),
                        lead == null || lead.shorter() == null
                                ? null
                                : lead.shorter().value(),
                        lead == null ? "UTC" : lead.zone().getId(),
                        programme == null ? null : programme.code(),
                        packageId)
                .orElse(0);
    }
}
