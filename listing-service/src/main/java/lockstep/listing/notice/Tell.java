package lockstep.listing.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
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
        for (Reminding its : Reminding.values()) {
            if (its.atOnce()) {
                tell(its, NOW, null, null, "UTC", null, packageId);
            }
        }
    }

    /** Of every deadline of a kind that is so near that a lead time is reached; the number of notices. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int ofNearDeadlines(Reminding its) {
        int told = each(its, its.leads(), null);
        for (Programme programme : programmes.all()) {
            told += each(its, its.leads(programme), programme.code());
        }
        return told;
    }

    private int each(Reminding its, List<Lead> leads, String programme) {
        int told = 0;
        for (Lead lead : leads) {
            String before = lead.before().value();
            String shorter = lead.shorter() == null ? null : lead.shorter().value();
            told += tell(its, before, before, shorter, lead.zone().getId(), programme, null);
        }
        return told;
    }

    private int tell(
            Reminding its, String lead, String before, String shorter, String zone, String programme, UUID packageId) {
        return sql.first(
                        TELL,
                        row -> row.getInt(1),
                        its.kind(),
                        its.offices(),
                        lead,
                        before,
                        shorter,
                        zone,
                        programme,
                        packageId)
                .orElse(0);
    }
}
