package lockstep.listing.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.kit.db.Sql;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.programme.Kind;
import lockstep.listing.proposal.Proposal;

/** The entries of packages and what they rest on. */
@ApplicationScoped
public class Entries implements PanacheRepositoryBase<Entry, Entry.Key> {

    private static final String CITED = """
            \sfrom package_entry e
              join revision r on r.proposal_id = e.proposal_id and r.n = e.revision
             cross join lateral jsonb_array_elements(r.text -> 'reasons') reason
             cross join lateral jsonb_array_elements(coalesce(reason -> 'cites', '[]')) cite
             where e.package_id = ? and e.left_at is null""";
    private static final String VERSION = "select distinct cite ->> 'exhibitId', (cite ->> 'version')::int";

    private final Sql sql;

    Entries(Sql sql) {
        this.sql = sql;
    }

    /** Those that are in the package now, in the order of its pages. */
    public List<Entry> of(UUID packageId) {
        return getSession()
                .createNativeQuery(
                        "select e.* from entries_of(:id) e where e.left_at is null order by e.no", Entry.class)
                .setParameter("id", packageId)
                .getResultList();
    }

    /** A proposal that carries the highest number so far, left ones counted, so that numbers on a page never move. */
    int lastNo(UUID packageId) {
        return list("packageId = ?1", packageId).stream()
                .mapToInt(Entry::no)
                .max()
                .orElse(0);
    }

    /** The proposal's place in the package that it left last; in one instant, the one where a window ran. */
    Entry lastLeft(UUID proposalId) {
        return find(
                        "proposalId = ?1 and leftAt is not null order by leftAt desc, windowEndsAt desc nulls last",
                        proposalId)
                .firstResult();
    }

    /** The exhibit versions that the entries of a package cite. */
    public Set<ExhibitRef> exhibits(UUID packageId) {
        return Set.copyOf(sql.rows(VERSION + CITED, Entries::ref, packageId));
    }

    /** Those that a printed text cites, each with its case. */
    public Map<ExhibitRef, UUID> printed(UUID packageId) {
        return sql
                .rows(
                        VERSION + ", e.case_id" + CITED + " and exists (select from proposal p"
                                + " where p.id = e.proposal_id and p.kind = any (?)"
                                + " and sheet_of(p.id, e.revision) is distinct from 'KEEP')",
                        row -> Map.entry(ref(row), row.getObject(3, UUID.class)),
                        packageId,
                        Kind.printing())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    /** The entries that cite one of these. */
    List<UUID> citing(UUID packageId, Set<ExhibitRef> exhibits) {
        return sql
                .rows(
                        VERSION + ", e.proposal_id" + CITED + " order by 3",
                        row -> Map.entry(ref(row), row.getObject(3, UUID.class)),
                        packageId)
                .stream()
                .filter(its -> exhibits.contains(its.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    private static ExhibitRef ref(ResultSet row) throws SQLException {
        return new ExhibitRef(UUID.fromString(row.getString(1)), row.getInt(2));
    }

    /** True if that agency proposed one of the entries that are in it now. */
    boolean proposedBy(UUID packageId, String agency) {
        return sql.first(
                        "select 1 from package_entry e join proposal p on p.id = e.proposal_id"
                                + " where e.package_id = ? and e.left_at is null and p.agency = ? limit 1",
                        row -> row.getInt(1),
                        packageId,
                        agency)
                .isPresent();
    }

    public Set<UUID> cases(UUID packageId) {
        return new TreeSet<>(sql.rows(
                "select distinct case_id from entries_of(?) where left_at is null",
                row -> row.getObject(1, UUID.class),
                packageId));
    }

    /** The listings that stand in the place of those which these proposals are about. */
    List<UUID> about(List<Proposal> all) {
        List<UUID> listings =
                all.stream().map(Proposal::listingId).filter(Objects::nonNull).toList();
        return listings.isEmpty()
                ? List.of()
                : sql.rows(
                        "select in_place_of(its) from unnest(cast(? as uuid[])) its",
                        row -> row.getObject(1, UUID.class),
                        listings);
    }
}
