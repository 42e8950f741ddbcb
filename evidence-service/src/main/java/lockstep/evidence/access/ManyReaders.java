package lockstep.evidence.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Agencies;
import lockstep.auth.Levels;
import lockstep.auth.Reader;
import lockstep.kit.db.Sql;

/**
 * How many readers at once stand to many cases: six queries for all of them, however many there are. Only for a
 * transaction of the system's own, because a person may not learn others' rights.
 */
@ApplicationScoped
public class ManyReaders {
    private final Sql sql;
    private final Agencies agencies;
    private final Levels levels;
    private final InstantSource clock;

    public ManyReaders(Sql sql, Agencies agencies, Levels levels, InstantSource clock) {
        this.sql = sql;
        this.agencies = agencies;
        this.levels = levels;
        this.clock = clock;
    }

    private record AgencyInCase(String agency, UUID caseId) {}

    /** {@code of}: what the marking's reader gets; {@code standsFor}: the version in whose place a redacted copy goes out. */
    private record Grant(UUID caseId, String addressee, VersionRef of, VersionRef standsFor) {}

    private record PersonInCase(String sub, UUID caseId) {}

    /** The agencies that take part in a case or in one of its proposals, or that a live release there names, by their codes. */
    public List<String> agenciesIn(UUID caseId) {
        Instant now = clock.instant();
        return sql.rows("""
                select agency from participation where case_id = ? and since <= ? and (until is null or until > ?)
                union select agency from party where case_id = ?
                union select addressee from release_grant where case_id = ? and revoked_at is null
                and since <= ? and (until is null or until > ?) order by 1""", row -> row.getString(1), caseId, now, now, caseId, caseId, now, now).stream()
                .filter(name -> agencies.find(name).isPresent())
                .toList();
    }

    /** For each reader asked about, in the order asked: how it stands to each of the cases. */
    public Map<AskedReader, Map<UUID, CaseAccess>> of(List<AskedReader> readers, Set<UUID> cases) {
        return of(readers, cases, null);
    }

    /** {@code reviewed}: as if each reader took part, as it will once a proposal under that programme is submitted; or null. */
    public Map<AskedReader, Map<UUID, CaseAccess>> of(List<AskedReader> readers, Set<UUID> cases, String reviewed) {
        if (cases.isEmpty()) {
            return readers.stream().distinct().collect(Collectors.toMap(asked -> asked, asked -> Map.of()));
        }
        Set<AgencyInCase> participating = participating(cases);
        Set<PersonInCase> recused = recused(cases);
        Map<AgencyInCase, Set<UUID>> parties = parties(cases);
        List<Grant> grants = grants(cases);
        Map<AgencyInCase, Set<VersionRef>> cited = cited(cases, parties, grants);
        Map<AgencyInCase, Set<String>> electorates = electorates(cases);
        Map<AskedReader, Map<UUID, CaseAccess>> all = new LinkedHashMap<>();
        for (AskedReader asked : readers) {
            Reader reader = asked.reader(agencies, levels);
            Map<UUID, CaseAccess> byCase = new HashMap<>();
            for (UUID caseId : cases) {
                AgencyInCase agency = new AgencyInCase(asked.agency(), caseId);
                byCase.put(
                        caseId,
                        new CaseAccess(
                                reader,
                                caseId,
                                reviewed != null || participating.contains(agency),
                                recused.contains(new PersonInCase(reader.sub(), caseId)),
                                cited.getOrDefault(agency, Set.of()),
                                parties.getOrDefault(agency, Set.of()),
                                released(reader, caseId, grants, with(reviewed, electorates.get(agency))),
                                agencies.inactive()));
            }
            all.put(asked, byCase);
        }
        return all;
    }

    private static Set<String> with(String reviewed, Set<String> electorates) {
        Set<String> all = electorates == null ? new HashSet<>() : new HashSet<>(electorates);
        if (reviewed != null) {
            all.add(Addressee.electorate(reviewed));
        }
        return all;
    }

    private Set<AgencyInCase> participating(Set<UUID> cases) {
        Instant now = clock.instant();
        return Set.copyOf(sql.rows(
                """
                select distinct agency, case_id from participation where case_id = any (?)
                and since <= ? and (until is null or until > ?)""", row -> new AgencyInCase(row.getString(1), row.getObject(2, UUID.class)), cases, now, now));
    }

    private Set<PersonInCase> recused(Set<UUID> cases) {
        return Set.copyOf(sql.rows(
                "select sub, case_id from recusal where case_id = any (?)",
                row -> new PersonInCase(row.getString(1), row.getObject(2, UUID.class)),
                cases));
    }

    /** Joined here: the database would send every citation once per party. */
    private Map<AgencyInCase, Set<VersionRef>> cited(
            Set<UUID> cases, Map<AgencyInCase, Set<UUID>> parties, List<Grant> grants) {
        Map<UUID, List<VersionRef>> byProposal = sql
                .rows(
                        "select proposal_id, exhibit_id, n from citation where case_id = any (?)",
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new VersionRef(row.getObject(2, UUID.class), row.getInt(3))),
                        cases)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<AgencyInCase, Set<VersionRef>> cited = new HashMap<>();
        parties.forEach((agency, proposals) -> cited.put(
                agency,
                withCopies(
                        agency.caseId(),
                        proposals.stream()
                                .flatMap(proposal -> byProposal.getOrDefault(proposal, List.of()).stream())
                                .collect(Collectors.toSet()),
                        grants)));
        return cited;
    }

    private static Set<VersionRef> withCopies(UUID caseId, Set<VersionRef> cited, List<Grant> grants) {
        Set<VersionRef> all = new HashSet<>(cited);
        grants.stream()
                .filter(grant -> grant.caseId().equals(caseId) && cited.contains(grant.standsFor()))
                .forEach(grant -> all.add(grant.of()));
        return all;
    }

    private Map<AgencyInCase, Set<UUID>> parties(Set<UUID> cases) {
        return byAgency(sql.rows(
                "select distinct agency, case_id, scope_id from party where case_id = any (?)",
                this::agencyAndId,
                cases));
    }

    private static Set<VersionRef> released(Reader reader, UUID caseId, List<Grant> grants, Set<String> electorates) {
        return grants.stream()
                .filter(grant -> grant.caseId().equals(caseId))
                .filter(grant -> reader.strict().contains(grant.addressee()) || electorates.contains(grant.addressee()))
                .map(Grant::of)
                .collect(Collectors.toSet());
    }

    private List<Grant> grants(Set<UUID> cases) {
        Instant now = clock.instant();
        return sql.rows(
                """
                select case_id, addressee, exhibit_id, n, for_exhibit_id, for_n from release_grant where case_id = any (?)
                and since <= ? and revoked_at is null and (until is null or until > ?)""",
                row -> new Grant(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        new VersionRef(row.getObject(3, UUID.class), row.getInt(4)),
                        new VersionRef(row.getObject(5, UUID.class), row.getInt(6))),
                cases,
                now,
                now);
    }

    private Map<AgencyInCase, Set<String>> electorates(Set<UUID> cases) {
        return sql
                .rows(
                        "select distinct agency, case_id, programme from party where case_id = any (?) and programme is not null",
                        row -> Map.entry(
                                new AgencyInCase(row.getString(1), row.getObject(2, UUID.class)),
                                Addressee.electorate(row.getString(3))),
                        cases)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private Map.Entry<AgencyInCase, UUID> agencyAndId(ResultSet row) throws SQLException {
        return Map.entry(
                new AgencyInCase(row.getString(1), row.getObject(2, UUID.class)), row.getObject(3, UUID.class));
    }

    private static Map<AgencyInCase, Set<UUID>> byAgency(List<Map.Entry<AgencyInCase, UUID>> rows) {
        Map<AgencyInCase, Set<UUID>> ids = new HashMap<>();
        rows.forEach(
                row -> ids.computeIfAbsent(row.getKey(), k -> new HashSet<>()).add(row.getValue()));
        return ids;
    }
}
