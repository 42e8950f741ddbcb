package lockstep.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Agency;
import lockstep.auth.Clearance;
import lockstep.auth.Levels;
import lockstep.auth.Reader;
import lockstep.auth.SystemActor;
import lockstep.evidence.Releasability.Thing;
import lockstep.evidence.Releasability.Told;
import lockstep.evidence.Releasability.Who;
import lockstep.evidence.access.AskedReader;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.access.ManyReaders;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.acting.Acting;
import lockstep.kit.db.Sql;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/** What the service's policy and its database say of every combination, against the oracle. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class ReleasabilityMatrixTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Inject
    Sql sql;

    @Inject
    Levels levels;

    @Test
    void the_policy_and_the_database_say_what_the_oracle_says() throws SQLException {
        Releasability all = Releasability.laidOut(NOW, Duration.ofSeconds(1));
        Set<UUID> cases = all.cases();
        List<String> differences = new ArrayList<>();
        long combinations = 0;
        long open = 0;
        for (String code : Releasability.READERS) {
            Agency agency = Releasability.AGENCIES.find(code).orElseThrow();
            for (Clearance clearance : Clearance.values()) {
                Map<UUID, CaseAccess> byCase = access(code, clearance, cases);
                for (boolean left : List.of(false, true)) {
                    Who who = new Who(agency, clearance, left);
                    Set<UUID> shown = shown(who, cases);
                    for (Thing thing : all.things()) {
                        CaseAccess access = left(byCase.get(thing.scene().caseId()), left);
                        for (Told told : thing.rows().keySet()) {
                            boolean expected = Releasability.mayRead(who, thing, told);
                            boolean policy = access.verdict(
                                            new VersionRef(thing.exhibitId(), 1),
                                            Releasability.ORIGINATOR,
                                            thing.marking(),
                                            told.audience,
                                            told.owner)
                                    .visible();
                            boolean database = shown.contains(thing.rows().get(told));
                            combinations++;
                            open += expected ? 1 : 0;
                            if (policy != expected || database != expected) {
                                differences.add("oracle " + expected + ", policy " + policy + ", database " + database
                                        + ": " + who + " " + told + " " + thing);
                            }
                        }
                    }
                }
            }
        }
        System.out.println("releasability matrix: " + combinations + " combinations, " + open + " open, "
                + differences.size() + " differences");
        assertEquals(List.of(), differences.stream().limit(5).toList(), differences.size() + " differences");
        // Of the whole most are above every clearance, or of agencies that nothing names.
        assertTrue(open > combinations / 200 && open < combinations / 2, "hardly tried: " + open);
    }

    private static CaseAccess left(CaseAccess access, boolean left) {
        return new CaseAccess(
                access.reader(),
                access.caseId(),
                access.participates(),
                access.recused(),
                access.cited(),
                access.partyTo(),
                access.released(),
                left ? Set.of(Releasability.ORIGINATOR) : Set.of());
    }

    private Map<UUID, CaseAccess> access(String agency, Clearance clearance, Set<UUID> cases) {
        ManyReaders readers = new ManyReaders(sql, Releasability.AGENCIES, levels, () -> NOW);
        AskedReader asked = new AskedReader(agency, Releasability.PERSON, clearance, null);
        return Acting.as(new SystemActor("matrix", cases), () -> QuarkusTransaction.requiringNew()
                .call(() -> readers.of(List.of(asked), cases).get(asked)));
    }

    private Set<UUID> shown(Who who, Set<UUID> cases) throws SQLException {
        Reader reader = Reader.of(Releasability.PERSON, who.agency(), who.clearance(), Releasability.AGENCIES, levels);
        try (Connection app = Databases.asApp()) {
            app.setAutoCommit(false);
            Databases.set(app, "lockstep.sub", Releasability.PERSON);
            Databases.set(app, "lockstep.agency", who.agency().code());
            Databases.set(app, "lockstep.strict", literal(reader.strict()));
            Databases.set(app, "lockstep.wide", literal(reader.wide()));
            Databases.set(app, "lockstep.levels", literal(reader.levels()));
            Databases.set(app, "lockstep.inactive", who.originatorLeft() ? "{" + Releasability.ORIGINATOR + "}" : "{}");
            Databases.set(app, "lockstep.now", NOW.toString());
            Set<UUID> shown = new HashSet<>();
            try (PreparedStatement query = app.prepareStatement("""
                    select id from exhibit_version where case_id = any (?)
                    union all select event_id from journal where case_id = any (?)""")) {
                query.setArray(1, app.createArrayOf("uuid", cases.toArray()));
                query.setArray(2, app.createArrayOf("uuid", cases.toArray()));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        shown.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return shown;
        }
    }

    private static String literal(Set<String> names) {
        return new TreeSet<>(names).stream().map(n -> '"' + n + '"').collect(Collectors.joining(",", "{", "}"));
    }
}
