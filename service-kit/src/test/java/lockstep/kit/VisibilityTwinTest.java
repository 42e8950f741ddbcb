package lockstep.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.auth.Audience;
import lockstep.auth.Clearance;
import lockstep.auth.Facts;
import lockstep.auth.Levels;
import lockstep.auth.Marking;
import lockstep.auth.Policy;
import lockstep.auth.Reader;
import lockstep.auth.Tlp;
import lockstep.auth.Verdict;
import org.junit.jupiter.api.Test;

/** Puts random readers and objects through the policy in Java and through row-level security: both agree on every pair. */
class VisibilityTwinTest {
    private static final int OBJECTS = 1_500;
    private static final int READERS = 80;
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Agencies AGENCIES = Agencies.bundled();
    private static final Levels LEVELS = Levels.bundled();

    private final long seed = Long.getLong("lockstep.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Agency> agencies = List.copyOf(AGENCIES.all());
    private final List<String> subs =
            IntStream.range(0, 30).mapToObj(n -> "person-" + n).toList();
    private final List<UUID> cases = uuids(12);
    private final Map<UUID, List<UUID>> scopes = cases.stream().collect(Collectors.toMap(c -> c, c -> uuids(5)));
    private final Set<String> inactive =
            Set.of(some(agencies).code(), some(agencies).code());

    private record Period(Instant since, Instant until) {
        boolean holds() {
            return !since.isAfter(NOW) && (until == null || until.isAfter(NOW));
        }
    }

    private record Participation(UUID caseId, String agency, Period period) {
        Participation atAnyTime() {
            return new Participation(caseId, agency, null);
        }
    }

    private record Party(UUID scope, UUID caseId, String agency) {}

    private record Recusal(UUID caseId, String sub) {}

    private record Grant(UUID object, String addressee, UUID caseId, Period period, Instant revokedAt) {
        boolean live() {
            return period.holds() && revokedAt == null;
        }

        Release release() {
            return new Release(object, addressee, caseId);
        }
    }

    private record Release(UUID object, String addressee, UUID caseId) {}

    private record Thing(
            UUID id,
            UUID caseId,
            String originator,
            Marking marking,
            List<UUID> scopes,
            Audience audience,
            String audienceOwner) {}

    private final List<Thing> things =
            Stream.generate(this::thing).limit(OBJECTS).toList();
    private final List<Participation> participations =
            onceEach(Stream.generate(this::participation).limit(350));
    private final Set<Party> parties = Stream.generate(this::party).limit(900).collect(Collectors.toSet());
    private final Set<Recusal> recusals = Stream.generate(() -> new Recusal(some(cases), some(subs)))
            .limit(25)
            .collect(Collectors.toSet());
    private final List<Grant> grants =
            Stream.generate(this::grant).limit(12_000).toList();
    private final Set<Participation> live = participations.stream()
            .filter(p -> p.period().holds())
            .map(Participation::atAnyTime)
            .collect(Collectors.toSet());
    private final Set<Release> releases =
            grants.stream().filter(Grant::live).map(Grant::release).collect(Collectors.toSet());

    @Test
    void row_level_security_shows_what_the_policy_allows_and_nothing_else() throws Exception {
        System.out.println("VisibilityTwinTest seed=" + seed);
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        List<String> differences = new ArrayList<>();
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            prepare(server);
            try (Connection app = DriverManager.getConnection(server.getJdbcUrl("twin_app", "postgres"))) {
                app.setAutoCommit(false);
                for (int n = 0; n < READERS; n++) {
                    Reader reader = reader();
                    Set<UUID> shown = shown(app, reader);
                    for (Thing thing : things) {
                        Verdict verdict = Policy.mayRead(reader, thing.marking(), facts(reader, thing));
                        seen.merge(verdict, 1, Integer::sum);
                        if (verdict.visible() != shown.contains(thing.id())) {
                            differences.add(verdict + " " + reader.sub() + "/" + reader.agency() + " " + thing);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), differences.stream().limit(5).toList(), "seed " + seed);
        assertTrue(seen.values().stream().mapToInt(Integer::intValue).sum() >= 100_000);
        for (Verdict verdict : Verdict.values()) {
            assertTrue(seen.getOrDefault(verdict, 0) > 50, "hardly tried: " + verdict + ", seed " + seed);
        }
    }

    private Facts facts(Reader reader, Thing thing) {
        boolean participates = live.contains(new Participation(thing.caseId(), reader.agency(), null));
        boolean party = thing.scopes().stream()
                .anyMatch(scope -> parties.contains(new Party(scope, thing.caseId(), reader.agency())));
        boolean inAudience =
                switch (thing.audience()) {
                    case CASE -> true;
                    case ELECTORATE -> party;
                    case AGENCY -> reader.agency().equals(thing.audienceOwner());
                };
        boolean released = reader.strict().stream()
                .anyMatch(name -> releases.contains(new Release(thing.id(), name, thing.caseId())));
        return new Facts(
                thing.originator(),
                participates || party,
                inAudience,
                released,
                recusals.contains(new Recusal(thing.caseId(), reader.sub())),
                !inactive.contains(thing.originator()));
    }

    private Set<UUID> shown(Connection app, Reader reader) throws SQLException {
        try (PreparedStatement set = app.prepareStatement("""
                select set_config('lockstep.sub', ?, true), set_config('lockstep.agency', ?, true),
                    set_config('lockstep.strict', ?, true), set_config('lockstep.wide', ?, true),
                    set_config('lockstep.levels', ?, true), set_config('lockstep.inactive', ?, true),
                    set_config('lockstep.system', '', true), set_config('lockstep.claims', '{}', true),
                    set_config('lockstep.now', ?, true)""")) {
            set.setString(1, reader.sub());
            set.setString(2, reader.agency());
            set.setString(3, literal(reader.strict()));
            set.setString(4, literal(reader.wide()));
            set.setString(5, literal(reader.levels()));
            set.setString(6, literal(inactive));
            set.setString(7, NOW.toString());
            set.execute();
        }
        Set<UUID> shown = new HashSet<>();
        try (Statement query = app.createStatement();
                ResultSet rows = query.executeQuery("select id from thing")) {
            while (rows.next()) {
                shown.add(rows.getObject(1, UUID.class));
            }
        }
        app.commit();
        return shown;
    }

    private static String literal(Collection<String> names) {
        return names.stream().map(n -> '"' + n + '"').collect(Collectors.joining(",", "{", "}"));
    }

    private void prepare(EmbeddedPostgres server) throws SQLException, IOException {
        try (Connection owner = server.getPostgresDatabase().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("create role twin_owner login");
            statement.execute("create role twin_app login");
            statement.execute("alter schema public owner to twin_owner");
            statement.execute("grant usage on schema public to twin_app");
            statement.execute("set role twin_owner");
            statement.execute(migration("V5__Visible_is_the_twin_of_the_policy.sql"));
            statement.execute(migration("V9__A_release_names_whom_it_reaches.sql"));
            statement.execute("""
                    create table thing (id uuid primary key, case_id uuid, originator text, m_level text,
                        m_orcon boolean, m_rel_to text[], m_tlp text, m_named text[], scopes uuid[], audience text,
                        audience_owner text);
                    alter table thing enable row level security;
                    alter table thing force row level security;
                    create policy owner_writes on thing to twin_owner using (true) with check (true);
                    create policy readable on thing to twin_app using (visible(m_level, m_orcon, m_rel_to, m_tlp,
                        m_named, originator, id, case_id, scopes, audience, audience_owner));
                    grant select on thing to twin_app""");
            fill(owner);
        }
    }

    private static String migration(String name) throws IOException {
        try (InputStream file = VisibilityTwinTest.class.getResourceAsStream("/db/kit/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${owner}", "twin_owner")
                    .replace("${app}", "twin_app");
        }
    }

    private void fill(Connection owner) throws SQLException {
        insert(
                owner,
                "insert into participation values (?, ?, 'INVITED', ?, ?, 'test') on conflict do nothing",
                participations.stream()
                        .map(p -> row(
                                p.caseId(),
                                p.agency(),
                                p.period().since(),
                                p.period().until())));
        insert(
                owner,
                "insert into party values (?, ?, ?, 'SEAT', now())",
                parties.stream().map(p -> row(p.scope(), p.caseId(), p.agency())));
        insert(
                owner,
                "insert into recusal values (?, ?, now(), 'test')",
                recusals.stream().map(r -> row(r.caseId(), r.sub())));
        insert(
                owner,
                "insert into release_grant values (gen_random_uuid(), ?, ?, ?, ?, ?, ?)",
                grants.stream()
                        .map(g -> row(
                                g.object(),
                                g.addressee(),
                                g.caseId(),
                                g.period().since(),
                                g.period().until(),
                                g.revokedAt())));
        insert(
                owner,
                "insert into thing values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                things.stream()
                        .map(t -> row(
                                t.id(),
                                t.caseId(),
                                t.originator(),
                                t.marking().level(),
                                t.marking().orcon(),
                                t.marking().relTo().toArray(String[]::new),
                                t.marking().tlp().name(),
                                t.marking().named().toArray(String[]::new),
                                t.scopes().toArray(UUID[]::new),
                                t.audience().name(),
                                t.audienceOwner())));
        try (Statement statement = owner.createStatement()) {
            statement.execute("analyze");
        }
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private static void insert(Connection owner, String sql, Stream<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (Object[] row : (Iterable<Object[]>) rows::iterator) {
                for (int n = 0; n < row.length; n++) {
                    statement.setObject(n + 1, sqlValue(owner, row[n]));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static Object sqlValue(Connection owner, Object value) throws SQLException {
        return switch (value) {
            case String[] texts -> array(owner, "text", texts);
            case UUID[] ids -> array(owner, "uuid", ids);
            case Instant instant -> Timestamp.from(instant);
            case null -> null;
            default -> value;
        };
    }

    private static Array array(Connection owner, String type, Object[] values) throws SQLException {
        return owner.createArrayOf(type, values);
    }

    private Reader reader() {
        Clearance clearance = some(List.of(Clearance.values()));
        return Reader.of(some(subs), some(agencies), clearance, AGENCIES, LEVELS);
    }

    private Thing thing() {
        UUID caseId = some(cases);
        return new Thing(
                new UUID(random.nextLong(), random.nextLong()),
                caseId,
                some(agencies).code(),
                marking(),
                several(scopes.get(caseId), 3),
                random.nextInt(3) > 0 ? Audience.CASE : some(List.of(Audience.values())),
                random.nextInt(4) == 0 ? null : some(agencies).code());
    }

    private Marking marking() {
        List<String> levels = Stream.concat(LEVELS.all().stream(), Stream.of("EU:SECRET_UE"))
                .sorted()
                .toList();
        Tlp tlp = some(List.of(Tlp.values()));
        return new Marking(
                some(levels),
                random.nextInt(3) == 0,
                several(addressable(), 4),
                tlp,
                tlp == Tlp.RED || random.nextInt(5) == 0 ? several(subs, 12) : List.of());
    }

    private List<String> addressable() {
        return agencies.stream()
                .flatMap(a -> Stream.of(Stream.of(a.code(), a.country()), a.groups().stream())
                        .flatMap(s -> s))
                .distinct()
                .sorted()
                .toList();
    }

    /** The table keeps the first of two that begin at one moment; so does this. */
    private static List<Participation> onceEach(Stream<Participation> some) {
        Map<List<Object>, Participation> kept = new LinkedHashMap<>();
        some.forEach(one -> kept.putIfAbsent(
                List.of(one.caseId(), one.agency(), one.period().since()), one));
        return List.copyOf(kept.values());
    }

    private Participation participation() {
        return new Participation(some(cases), some(agencies).code(), period());
    }

    private Party party() {
        UUID caseId = some(cases);
        return new Party(some(scopes.get(caseId)), caseId, some(agencies).code());
    }

    private Grant grant() {
        Thing thing = some(things);
        return new Grant(
                thing.id(),
                random.nextInt(8) == 0 ? some(addressable()) : some(agencies).code(),
                random.nextInt(6) == 0 ? some(cases) : thing.caseId(),
                period(),
                random.nextInt(6) == 0 ? NOW.minusSeconds(5) : null);
    }

    /** Begun or still to come, open, ended or to end; also to the very instant. */
    private Period period() {
        Instant since = NOW.minus(Duration.ofHours(random.nextInt(-10, 100)));
        return new Period(since, random.nextInt(3) > 0 ? null : since.plus(Duration.ofHours(random.nextInt(1, 150))));
    }

    private List<UUID> uuids(int count) {
        return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(count)
                .toList();
    }

    private <T> T some(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> List<T> several(List<T> of, int atMost) {
        return Stream.generate(() -> some(of))
                .limit(random.nextInt(atMost + 1))
                .distinct()
                .toList();
    }
}
