package lockstep.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.auth.Audience;
import lockstep.auth.Clearance;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.TestTokens;

/**
 * Every combination of clearance, country and agency, level, TLP, REL TO, ORCON, release, part in the case, recusal, audience and
 * an originator that has left: laid out in the database, and judged by an oracle that is written out here and calls neither the
 * service's policy nor the database's. Small by default; whole with {@code -Dlockstep.full}.
 */
final class Releasability {
    static final boolean FULL = System.getProperty("lockstep.full") != null;
    static final String ORIGINATOR = "EU-EEAS";
    static final String ACCOUNT = "person-of-the-matrix";
    static final String PERSON = TestTokens.sub(ACCOUNT);
    private static final String PROGRAMME = "EU-269";
    static final Agencies AGENCIES = Agencies.bundled();

    static final List<String> READERS = FULL
            ? AGENCIES.all().stream()
                    .map(Agency::code)
                    // The other representations differ in nothing but their country.
                    .filter(code -> !code.endsWith("-REP")
                            || List.of("FR-REP", "DE-REP", "EL-REP").contains(code))
                    .toList()
            : List.of("EU-EEAS", "EU-COM", "FR-REP", "DE-REP", "US-TREAS", "US-OFAC", "US-BIS", "UK-FCDO");
    /** Agencies with a seat or an office of the programme. */
    private static final Set<String> SEATS = Set.of("EU-EEAS", "EU-COM", "FR-REP", "US-OFAC", "US-BIS");

    private static final List<String> LEVELS = FULL
            ? List.of("EU:LIMITE", "US:CUI", "UK:OFFICIAL_SENSITIVE", "EU:SECRET_UE")
            : List.of("EU:LIMITE", "EU:RESTREINT_UE");
    private static final List<List<String>> REL_TO = FULL
            ? List.of(
                    List.of(),
                    List.of("FR-REP"),
                    List.of("FR"),
                    List.of("EU27", "US"),
                    List.of("G7PLUS"),
                    List.of("US-TREAS", "UK-FCDO"))
            : List.of(List.of(), List.of("FR"), List.of("US-TREAS", "EU-COUNCIL"));

    private final Instant now;
    private final Duration unit;
    private final List<Scene> scenes = new ArrayList<>();
    private final List<Thing> things = new ArrayList<>();

    private Releasability(Instant now, Duration unit) {
        this.now = now;
        this.unit = unit;
        for (Part part : Part.values()) {
            scenes.add(new Scene(UUID.randomUUID(), part, false));
            scenes.add(new Scene(UUID.randomUUID(), part, true));
        }
        scenes.forEach(scene -> things.addAll(things(scene)));
    }

    /**
     * Puts all of it into the database.
     *
     * @param unit of the releases' times, which begin or end at this very moment or one unit from it
     */
    static Releasability laidOut(Instant now, Duration unit) throws SQLException {
        Releasability all = new Releasability(now, unit);
        all.fill();
        return all;
    }

    List<Thing> things() {
        return things;
    }

    Set<UUID> cases() {
        return scenes.stream().map(Scene::caseId).collect(Collectors.toSet());
    }

    enum Part {
        PARTICIPANT,
        /** By a seat or an office of a proposal that cites the version. */
        PARTY,
        NONE
    }

    enum Told {
        /** The version itself. */
        VERSION(Audience.CASE, null),
        /** A row of its history, for those who take part, for one agency, or for the electorate. */
        ROW_CASE(Audience.CASE, null),
        ROW_ORIGINATOR(Audience.AGENCY, ORIGINATOR),
        ROW_OTHER(Audience.AGENCY, "FR-REP"),
        ROW_ELECTORATE(Audience.ELECTORATE, null);

        final Audience audience;
        final String owner;

        Told(Audience audience, String owner) {
            this.audience = audience;
            this.owner = owner;
        }
    }

    enum Release {
        NONE(null, -60, null, false),
        TO_FRANCE("FR-REP", -60, null, false),
        TO_A_GROUP("FVEY", -60, 3600, false),
        TO_THE_ELECTORATE("electorate:" + PROGRAMME, 0, 1, false),
        /** Whoever is attached to it is not reached. */
        TO_TREASURY("US-TREAS", -60, null, false),
        REVOKED("FR-REP", -60, null, true),
        OVER_NOW("FR-REP", -60, 0, false),
        TO_COME("FR-REP", 1, null, false),
        OF_ANOTHER_CASE("FR-REP", -60, null, false);

        private final String addressee;
        private final int since;
        private final Integer until;
        private final boolean revoked;

        Release(String addressee, int since, Integer until, boolean revoked) {
            this.addressee = addressee;
            this.since = since;
            this.until = until;
            this.revoked = revoked;
        }
    }

    enum Colour {
        RED_NAMED(Tlp.RED, true),
        RED(Tlp.RED, false),
        AMBER_STRICT(Tlp.AMBER_STRICT, false),
        AMBER(Tlp.AMBER, false),
        GREEN(Tlp.GREEN, false),
        CLEAR(Tlp.CLEAR, false);

        private final Tlp tlp;
        private final boolean named;

        Colour(Tlp tlp, boolean named) {
            this.tlp = tlp;
            this.named = named;
        }
    }

    record Scene(UUID caseId, Part part, boolean recused) {}

    record Thing(
            UUID exhibitId,
            UUID versionId,
            Map<Told, UUID> rows,
            Scene scene,
            String level,
            Colour colour,
            List<String> relTo,
            boolean orcon,
            Release release) {

        Marking marking() {
            return new Marking(level, orcon, relTo, colour.tlp, colour.named ? List.of(PERSON) : List.of());
        }
    }

    record Who(Agency agency, Clearance clearance, boolean originatorLeft) {}

    // --- the oracle: nothing of lockstep.auth.Policy, nothing of the database's function

    static boolean mayRead(Who who, Thing it, Told told) {
        String agency = who.agency().code();
        if (it.scene().part() == Part.NONE || it.scene().recused() || who.originatorLeft()) {
            return false;
        }
        boolean party = it.scene().part() == Part.PARTY && SEATS.contains(agency);
        if (it.scene().part() == Part.PARTY && !party) {
            return false;
        }
        if (told == Told.ROW_ORIGINATOR && !agency.equals(ORIGINATOR)
                || told == Told.ROW_OTHER && !agency.equals("FR-REP")
                || told == Told.ROW_ELECTORATE && !party) {
            return false;
        }
        boolean cleared =
                switch (it.level()) {
                    case "EU:LIMITE", "US:CUI" -> true;
                    case "EU:RESTREINT_UE", "UK:OFFICIAL_SENSITIVE" -> who.clearance() == Clearance.RESTRICTED;
                    default -> false;
                };
        if (!cleared || it.colour() == Colour.RED) {
            return false;
        }
        if (agency.equals(ORIGINATOR) || reached(who.agency(), it.release())) {
            return true;
        }
        if (it.orcon()) {
            return false;
        }
        Set<String> ownNames = new HashSet<>(who.agency().groups());
        ownNames.add(agency);
        boolean itself = it.relTo().stream().anyMatch(ownNames::contains);
        boolean treasurysOwn = agency.equals("US-OFAC")
                && it.relTo().stream().anyMatch(List.of("US-TREAS", "US-SANCTIONS", "FVEY", "G7PLUS", "ERC")::contains);
        boolean country = it.relTo().contains(who.agency().country());
        return it.colour() == Colour.AMBER_STRICT ? itself : itself || country || treasurysOwn;
    }

    private static boolean reached(Agency agency, Release release) {
        return switch (release) {
            case TO_FRANCE -> agency.code().equals("FR-REP");
            case TO_A_GROUP -> agency.groups().contains("FVEY");
            case TO_THE_ELECTORATE -> SEATS.contains(agency.code());
            case TO_TREASURY -> agency.code().equals("US-TREAS");
            case NONE, REVOKED, OVER_NOW, TO_COME, OF_ANOTHER_CASE -> false;
        };
    }

    // --- the combinations

    private static List<Thing> things(Scene scene) {
        List<Thing> things = new ArrayList<>();
        for (String level : LEVELS) {
            for (Colour colour : Colour.values()) {
                for (List<String> relTo : REL_TO) {
                    for (boolean orcon : List.of(false, true)) {
                        for (Release release : Release.values()) {
                            UUID version = UUID.randomUUID();
                            things.add(new Thing(
                                    UUID.randomUUID(),
                                    version,
                                    rows(version, things.size()),
                                    scene,
                                    level,
                                    colour,
                                    relTo,
                                    orcon,
                                    release));
                        }
                    }
                }
            }
        }
        return things;
    }

    /** In the small run every tenth version has rows in the history; in the whole one each has. */
    private static Map<Told, UUID> rows(UUID version, int at) {
        Map<Told, UUID> rows = new EnumMap<>(Map.of(Told.VERSION, version));
        if (FULL || at % 10 == 0) {
            for (Told told : Told.values()) {
                rows.putIfAbsent(told, UUID.randomUUID());
            }
        }
        return rows;
    }

    private void fill() throws SQLException {
        try (Connection all = Databases.asSuperuser()) {
            all.setAutoCommit(false);
            for (Scene scene : scenes) {
                UUID proposal = UUID.randomUUID();
                if (scene.part() == Part.PARTICIPANT) {
                    for (Agency agency : AGENCIES.all()) {
                        put(
                                all,
                                "insert into participation values (?, ?, 'INVITED', ?, null, 'matrix')",
                                scene.caseId(),
                                agency.code(),
                                now);
                    }
                }
                if (scene.part() != Part.NONE) {
                    for (String seat : SEATS) {
                        put(all, """
                                insert into party (scope_id, case_id, agency, standing, since, programme)
                                values (?, ?, ?, 'SEAT', ?, ?)""", proposal, scene.caseId(), seat, now, PROGRAMME);
                    }
                }
                if (scene.recused()) {
                    put(all, "insert into recusal values (?, ?, ?, '')", scene.caseId(), PERSON, now);
                }
                things.stream().filter(thing -> thing.scene() == scene).forEach(thing -> put(all, thing, proposal));
            }
            try (Statement statement = all.createStatement()) {
                statement.execute(
                        "analyze exhibit, exhibit_version, citation, release_grant, journal, party, participation");
            }
            all.commit();
        }
    }

    private void put(Connection all, Thing thing, UUID proposal) {
        UUID caseId = thing.scene().caseId();
        Marking marking = thing.marking();
        put(
                all,
                "insert into exhibit (id, version, case_id, originator, latest, created_at) values (?, 0, ?, ?, 1, ?)",
                thing.exhibitId(),
                caseId,
                ORIGINATOR,
                now);
        put(
                all,
                """
                insert into exhibit_version (id, version, exhibit_id, n, case_id, originator, title, source_type, collected_at,
                    languages, reliability, credibility, reliance_use, media_type, created_at, created_by, created_account,
                    m_level, m_orcon, m_rel_to, m_tlp, m_named)
                values (?, 0, ?, 1, ?, ?, 'x', 'OSINT', ?, '{}', 'A', 1, 'PUBLIC', 'text/plain', ?, 'x', 'x', ?, ?, ?, ?, ?)""",
                thing.versionId(),
                thing.exhibitId(),
                caseId,
                ORIGINATOR,
                now,
                now,
                marking.level(),
                marking.orcon(),
                marking.relTo(),
                marking.tlp().name(),
                marking.named());
        if (thing.scene().part() == Part.PARTY) {
            put(all, "insert into citation values (?, ?, ?, 1)", proposal, caseId, thing.exhibitId());
        }
        Release release = thing.release();
        if (release != Release.NONE) {
            put(
                    all,
                    """
                    insert into release_grant (id, object_id, addressee, case_id, since, until, revoked_at, exhibit_id, n,
                        for_exhibit_id, for_n) values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 1)""",
                    UUID.randomUUID(),
                    thing.versionId(),
                    release.addressee,
                    release == Release.OF_ANOTHER_CASE ? UUID.randomUUID() : caseId,
                    at(release.since),
                    release.until == null ? null : at(release.until),
                    release.revoked ? at(-1) : null,
                    thing.exhibitId(),
                    thing.exhibitId());
        }
        thing.rows().forEach((told, event) -> {
            if (told != Told.VERSION) {
                put(
                        all,
                        """
                        insert into journal (event_id, type, schema_version, occurred_at, actor, aggregate_type, aggregate_id,
                            aggregate_revision, case_id, command_id, outcome, salt, payload_sha256, originator, audience,
                            audience_owner, m_level, m_orcon, m_rel_to, m_tlp, m_named)
                        values (?, 'matrix.row', 1, ?, 'x', 'exhibit', ?, 1, ?, ?, 'DONE', sha256(''), sha256(''), ?, ?, ?,
                            ?, ?, ?, ?, ?)""",
                        event,
                        now,
                        thing.exhibitId(),
                        caseId,
                        UUID.randomUUID(),
                        ORIGINATOR,
                        told.audience.name(),
                        told.owner,
                        marking.level(),
                        marking.orcon(),
                        marking.relTo(),
                        marking.tlp().name(),
                        marking.named());
            }
        });
    }

    private Instant at(int units) {
        return now.plus(unit.multipliedBy(units));
    }

    private static void put(Connection all, String insert, Object... values) {
        try (PreparedStatement statement = all.prepareStatement(insert)) {
            for (int at = 0; at < values.length; at++) {
                Object value =
                        switch (values[at]) {
                            case Instant instant -> Timestamp.from(instant);
                            case List<?> texts -> all.createArrayOf("text", texts.toArray());
                            case null -> null;
                            default -> values[at];
                        };
                statement.setObject(at + 1, value);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
