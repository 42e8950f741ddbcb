package lockstep.listing.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.TestTokens;

/** The demo accounts as the tests use them, with their appointments in force. */
public final class People {
    public static final List<String> COUNCIL = List.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private People() {}

    public static TestTokens eeasAnalyst() {
        return person("eeas-analyst", "EU-EEAS", Role.ANALYST);
    }

    public static TestTokens eeasSubmitter() {
        return person("eeas-submitter", "EU-EEAS", Role.SUBMITTER);
    }

    public static TestTokens comReviewer() {
        return person("com-reviewer", "EU-COM", Role.REVIEWER);
    }

    public static TestTokens chair() {
        return person("pres-chair", "EU-PRES", Role.CHAIR);
    }

    public static TestTokens legal() {
        return person("cls-legal", "EU-CLS", Role.LEGAL);
    }

    public static TestTokens secretary(int which) {
        return person("gsc-secretary-" + which, "EU-GSC", Role.SECRETARIAT);
    }

    public static TestTokens publisher() {
        return person("op-publisher", "EU-OP", Role.PUBLISHER);
    }

    public static TestTokens voter(String seat) {
        return person(seat.toLowerCase() + "-voter", seat + "-REP", Role.VOTER, Role.REVIEWER);
    }

    /** An account of the United States' side, with the stronger login. */
    public static TestTokens us(String account, Role... roles) {
        String agency = "US-" + account.substring(0, account.indexOf('-')).toUpperCase();
        return person(account, agency, roles);
    }

    public static TestTokens auditor() {
        return person("eu-auditor", "EU-GSC", Role.AUDITOR);
    }

    public static TestTokens person(String account, String agency, Role... roles) {
        return TestTokens.person(account, agency, roles)
                .clearance(Clearance.RESTRICTED)
                .level2();
    }

    /** A request of that person, JSON both ways. */
    public static RequestSpecification as(TestTokens who) {
        return given().auth().oauth2(who.token()).contentType("application/json");
    }

    /** Puts the seats and offices of the Council, of the End-User Review Committee, of OFAC, of the FCDO and of Japan's
     * ministries into force. */
    public static void appoint() throws SQLException {
        if (Databases.number("select count(*) from appointment") > 0) {
            return;
        }
        for (String seat : COUNCIL) {
            appoint(seat.toLowerCase() + "-voter", seat + "-REP", "EU-833-IV", seat, null);
        }
        appoint("pres-chair", "EU-PRES", "EU-833-IV", null, "chair");
        appoint("cls-legal", "EU-CLS", "EU-833-IV", null, "legal");
        appoint("com-reviewer", "EU-COM", "EU-833-IV", null, "reviewer");
        appoint("eeas-reviewer", "EU-EEAS", "EU-833-IV", null, "reviewer");
        appoint("gsc-secretary-1", "EU-GSC", "EU-833-IV", null, "secretariat");
        appoint("gsc-secretary-2", "EU-GSC", "EU-833-IV", null, "secretariat");
        appoint("op-publisher", "EU-OP", "EU-833-IV", null, "publisher");
        appoint("eu-auditor", "EU-GSC", "EU-833-IV", null, "auditor");
        appoint("bis-chair", "US-BIS", "US-BIS-EL", null, "chair");
        appoint("bis-counsel", "US-BIS", "US-BIS-EL", null, "legal");
        appoint("bis-publisher", "US-BIS", "US-BIS-EL", null, "publisher");
        appoint("state-reviewer", "US-STATE", "US-BIS-EL", null, "reviewer");
        appoint("bis-voter", "US-BIS", "US-BIS-EL", "COMMERCE", null);
        appoint("state-voter", "US-STATE", "US-BIS-EL", "STATE", null);
        appoint("dod-voter", "US-DOD", "US-BIS-EL", "DEFENSE", null);
        appoint("doe-voter", "US-DOE", "US-BIS-EL", "ENERGY", null);
        appoint("treas-voter", "US-TREAS", "US-BIS-EL", "TREASURY", null);
        appoint("ofac-chair", "US-OFAC", "US-OFAC-14024", null, "chair");
        appoint("ofac-publisher", "US-OFAC", "US-OFAC-14024", null, "publisher");
        appoint("ofac-registrar", "US-OFAC", "US-OFAC-14024", null, "registrar");
        appoint("ofac-director", "US-OFAC", "US-OFAC-14024", "DIRECTOR", null);
        appoint("treas-counsel", "US-TREAS", "US-OFAC-14024", null, "legal");
        appoint("state-reviewer", "US-STATE", "US-OFAC-14024", null, "reviewer");
        appoint("fcdo-chair", "UK-FCDO", "UK-RUS", null, "chair");
        appoint("fcdo-legal", "UK-FCDO", "UK-RUS", null, "legal");
        appoint("hmt-reviewer", "UK-HMT", "UK-RUS", null, "reviewer");
        appoint("fcdo-secretary-1", "UK-FCDO", "UK-RUS", null, "secretariat");
        appoint("fcdo-secretary-2", "UK-FCDO", "UK-RUS", null, "secretariat");
        appoint("fcdo-publisher", "UK-FCDO", "UK-RUS", null, "publisher");
        appoint("mofa-chair", "JP-MOFA", "JP-FEFTA", null, "chair");
        appoint("mofa-reviewer", "JP-MOFA", "JP-FEFTA", null, "reviewer");
        appoint("meti-legal", "JP-METI", "JP-FEFTA", null, "legal");
        appoint("mofa-secretary-1", "JP-MOFA", "JP-FEFTA", null, "secretariat");
        appoint("mofa-secretary-2", "JP-MOFA", "JP-FEFTA", null, "secretariat");
        appoint("meti-publisher", "JP-METI", "JP-FEFTA", null, "publisher");
    }

    /** The same and nobody else, whomever other tests have appointed besides. */
    public static void appointThemAlone() throws SQLException {
        appointNobody();
        appoint();
    }

    /** As before the first test: the next one that needs people appoints its own. */
    public static void appointNobody() throws SQLException {
        try (Connection connection = Databases.asSuperuser()) {
            connection.createStatement().execute("truncate appointment, absence");
        }
    }

    public static void appoint(String account, String agency, String programme, String seat, String office)
            throws SQLException {
        try (Connection connection = Databases.asSuperuser();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into appointment (id, version, sub, account, agency, programme, seat, office, alternate,"
                                + " instrument, covers_agencies, covers_programmes, valid_from, status, proposed_by, proposed_at,"
                                + " confirmed_by, confirmed_at) values (?, 0, ?, ?, ?, ?, ?, ?, false, 'test', '{}',"
                                + " array[?], '2020-01-01', 'CONFIRMED', 'admin', '2020-01-01', 'registrar', '2020-01-01')")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, TestTokens.sub(account));
            insert.setString(3, account);
            insert.setString(4, agency);
            insert.setString(5, programme);
            insert.setString(6, seat);
            insert.setString(7, office);
            insert.setString(8, programme);
            insert.executeUpdate();
        }
    }
}
