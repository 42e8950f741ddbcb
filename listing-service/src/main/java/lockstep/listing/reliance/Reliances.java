package lockstep.listing.reliance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;

/** Which proposals and listings rest on an exhibit of their case: by what their text cites, or as the act of their package. */
@ApplicationScoped
public class Reliances {
    private static final Set<String> NEVER_DECIDED = Set.of("REJECTED", "WITHDRAWN");
    private static final String CITING = """
            select p.programme, p.status, l.status, coalesce(l.ended_at, p.changed_at)
              from proposal p join revision r on r.proposal_id = p.id and r.n = p.revision
              left join listing l on l.proposal_id = p.id or l.id = p.listing_id
             where p.case_id = ? and (exists (
                    select from jsonb_array_elements(r.text -> 'reasons') reason
                     cross join lateral jsonb_array_elements(coalesce(reason -> 'cites', '[]')) cite
                     where cite ->> 'exhibitId' = ?)
                or exists (select from recorded_decision d where d.package_id = p.package_id
                    and d.act_exhibit ->> 'exhibitId' = ?))""";

    private final Sql sql;
    private final Programmes programmes;

    Reliances(Sql sql, Programmes programmes) {
        this.sql = sql;
        this.programmes = programmes;
    }

    /**
     * What rests on an exhibit.
     *
     * @param live a proposal that is not over, or a listing in effect, does
     * @param retainUntil by the programmes under which something did; null: by none
     */
    public record Reliance(boolean live, Instant retainUntil) {}

    private record Citing(String programme, String status, String listing, Instant since) {
        static Citing of(ResultSet row) throws SQLException {
            return new Citing(row.getString(1), row.getString(2), row.getString(3), Sql.instant(row, 4));
        }

        boolean live() {
            return switch (status) {
                case "PUBLISHED" -> "ACTIVE".equals(listing);
                default -> !NEVER_DECIDED.contains(status);
            };
        }
    }

    /** The packages in which a case's proposals are; a job must claim them too. */
    @ReadOnly
    public List<UUID> packages(UUID caseId) {
        return sql.rows(
                "select distinct package_id from proposal where case_id = ? and package_id is not null",
                row -> row.getObject(1, UUID.class),
                caseId);
    }

    @ReadOnly
    public Reliance on(UUID exhibitId, UUID caseId) {
        String exhibit = exhibitId.toString();
        List<Citing> citing = sql.rows(CITING, Citing::of, caseId, exhibit, exhibit);
        return new Reliance(
                citing.stream().anyMatch(Citing::live),
                citing.stream()
                        .map(this::retained)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private Instant retained(Citing its) {
        Programme programme = programmes.require(its.programme());
        return programme.personalData().retention().after(its.since(), programme.zone());
    }
}
