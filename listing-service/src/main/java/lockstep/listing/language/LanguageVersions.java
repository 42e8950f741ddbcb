package lockstep.listing.language;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import lockstep.kit.db.Sql;
import lockstep.listing.programme.Kind;
import lockstep.listing.programme.Programme;

/** The language versions, visible with the revision that they say anew; of several in one language the newest counts. */
@ApplicationScoped
public class LanguageVersions implements PanacheRepositoryBase<LanguageVersion, UUID> {
    private final Sql sql;

    LanguageVersions(Sql sql) {
        this.sql = sql;
    }

    /** What an entry of a package lacks before it can be scheduled. */
    public record Lacking(UUID proposalId, int no, String language) {}

    /** The statuses in which a version can be written and confirmed. */
    public static List<String> possible() {
        return LanguageGuards.possible();
    }

    Optional<LanguageVersion> newest(UUID proposalId, int revision, String language) {
        return find(
                        "proposalId = ?1 and revision = ?2 and language = ?3 order by n desc",
                        proposalId,
                        revision,
                        language)
                .firstResultOptional();
    }

    /** The newest of each language, where another person than its writer has confirmed it. */
    public SortedMap<String, LanguageText> confirmed(UUID proposalId, int revision) {
        SortedMap<String, LanguageVersion> newest = new TreeMap<>();
        list("proposalId = ?1 and revision = ?2 order by n", proposalId, revision)
                .forEach(its -> newest.put(its.language(), its));
        SortedMap<String, LanguageText> all = new TreeMap<>();
        newest.values().stream().filter(LanguageVersion::confirmed).forEach(its -> all.put(its.language(), its.text()));
        return all;
    }

    /** In which languages which entries of a package have no confirmed version yet, of those that print a row (G10). */
    public List<Lacking> lacking(UUID packageId, Programme programme) {
        List<String> asked = programme.translations();
        if (asked.isEmpty()) {
            return List.of();
        }
        return sql.rows(
                """
                select e.proposal_id, e.no, l.code from package_entry e join proposal p on p.id = e.proposal_id
                 cross join unnest(?::text[]) l (code)
                 where e.package_id = ? and e.left_at is null and p.kind = any (?)
                   and sheet_of(p.id, e.revision) is distinct from 'KEEP'
                   and not coalesce((select v.confirmed_by is not null from language_version v
                     where v.proposal_id = e.proposal_id and v.revision = e.revision and v.language = l.code
                     order by v.n desc limit 1), false)
                 order by e.no, l.code
                """,
                row -> new Lacking(row.getObject(1, UUID.class), row.getInt(2), row.getString(3)),
                asked,
                packageId,
                Kind.printing());
    }
}
