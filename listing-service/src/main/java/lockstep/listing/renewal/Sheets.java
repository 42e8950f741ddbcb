package lockstep.listing.renewal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import lockstep.kit.db.Sql;

/** Reads what a renewal's proposals say: a removal drops, a renewal of the text that is listed keeps, any other amends. */
@ApplicationScoped
public class Sheets {
    private final Sql sql;

    Sheets(Sql sql) {
        this.sql = sql;
    }

    /** Empty for what is neither a renewal nor a removal. */
    public Optional<Sheet> of(UUID proposalId, int revision) {
        return sql.first("select sheet_of(?, ?)", row -> row.getString(1), proposalId, revision)
                .map(Sheet::valueOf);
    }
}
