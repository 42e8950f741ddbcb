package lockstep.listing.decision;

import static lockstep.listing.decision.Dossiers.MARKING;
import static lockstep.listing.proposal.Drafts.CHAIR;
import static lockstep.listing.proposal.Drafts.NOON;
import static lockstep.listing.proposal.Drafts.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.proposal.Drafts;
import lockstep.listing.proposal.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A package's way: every verb from every status, against the design's table written once more by hand. */
class PackageWayTest {
    private static final String TABLE = """
            ADD_ENTRY    | FORMING | FORMING
            REMOVE_ENTRY | FORMING | FORMING DISSOLVED
            LOSE_ENTRY   | FORMING CLOSED ADOPTED SCHEDULED | FORMING CLOSED ADOPTED DISSOLVED
            TAKE_UP      | FORMING | CLOSED
            OPEN_ROUND   | FORMING CLOSED | CLOSED
            RECORD       | FORMING CLOSED | CLOSED
            PASS_STAGE   | CLOSED | CLOSED ADOPTED
            FAIL         | CLOSED | CLOSED DISSOLVED
            ESCALATE     | CLOSED ADOPTED | CLOSED
            LAPSE        | CLOSED | DISSOLVED
            SCHEDULE     | ADOPTED | SCHEDULED
            UNSCHEDULE   | SCHEDULED | ADOPTED
            PUBLISH      | SCHEDULED | PUBLISHED
            GO_STALE     | FORMING CLOSED ADOPTED SCHEDULED | FORMING CLOSED
            """;

    private static final Map<PackageWay, Tables.Row<PackageStatus>> EXPECTED =
            Tables.read(TABLE, PackageWay.class, PackageStatus.class);

    static Stream<Arguments> every_status_and_verb() {
        return Stream.of(PackageStatus.values())
                .flatMap(status -> Stream.of(PackageWay.values()).map(way -> Arguments.of(status, way)));
    }

    @ParameterizedTest
    @MethodSource("every_status_and_verb")
    void a_verb_is_possible_exactly_where_the_table_has_it(PackageStatus status, PackageWay way) {
        assertEquals(EXPECTED.get(way).from().contains(status), way.possibleFrom(status));
        assertEquals(EXPECTED.get(way).to(), way.to());
    }

    @ParameterizedTest
    @MethodSource("every_status_and_verb")
    void a_package_obeys_the_table(PackageStatus status, PackageWay way) {
        Package its = Dossiers.at(status);
        assertEquals(status, its.status());
        if (EXPECTED.get(way).from().contains(status)) {
            use(way, its);
            assertTrue(EXPECTED.get(way).to().contains(its.status()), () -> way + " led to " + its.status());
        } else {
            DecisionRefused refused = assertThrows(DecisionRefused.class, () -> use(way, its));
            assertEquals(Reason.NOT_IN_THIS_STATUS, refused.reason());
            assertEquals(status, its.status());
        }
    }

    private static void use(PackageWay way, Package its) {
        switch (way) {
            case ADD_ENTRY, REMOVE_ENTRY -> its.entriesAre(way, "new", MARKING);
            case LOSE_ENTRY -> its.lostEntry("new", MARKING);
            case OPEN_ROUND -> its.roundOpened();
            case RECORD -> its.recorded();
            case PASS_STAGE -> its.stagePassed("COREPER", List.of(), null, NOON);
            case FAIL -> its.failed(null);
            case TAKE_UP -> its.takenUp(NOON);
            case ESCALATE -> its.escalated("ACEP");
            case LAPSE -> its.lapsed();
            case SCHEDULE -> Dossiers.schedule(its);
            case UNSCHEDULE -> its.unschedule();
            case PUBLISH -> its.published(NOON);
            case GO_STALE -> its.wentStale("RELEX");
        }
    }

    @Test
    void the_last_entry_out_dissolves_it_wherever_it_stands() {
        for (PackageStatus status : EXPECTED.get(PackageWay.LOSE_ENTRY).from()) {
            Package its = Dossiers.at(status);
            its.dissolve(PackageWay.LOSE_ENTRY);
            assertEquals(PackageStatus.DISSOLVED, its.status());
        }
    }

    @Test
    void a_dissolved_package_waits_for_nothing() {
        Package its = Dossiers.at(PackageStatus.CLOSED);
        its.failed(NOON.plusSeconds(60));
        its.dissolve(PackageWay.LOSE_ENTRY);
        assertNull(its.windowEndsAt());
    }

    @Test
    void a_failed_package_stays_while_it_can_be_escalated_and_else_dissolves() {
        Package escalable = Dossiers.at(PackageStatus.CLOSED);
        escalable.failed(NOON.plusSeconds(60));
        assertEquals(PackageStatus.CLOSED, escalable.status());
        Package ended = Dossiers.at(PackageStatus.CLOSED);
        ended.failed(null);
        assertEquals(PackageStatus.DISSOLVED, ended.status());
    }

    @Test
    void a_scheduled_package_that_loses_an_entry_is_not_released_by_halves() {
        Package its = Dossiers.at(PackageStatus.SCHEDULED);
        its.lostEntry("shorter", MARKING);
        assertEquals(PackageStatus.ADOPTED, its.status());
        assertNull(its.release().at());
        assertNull(its.release().goAt());
    }

    @Test
    void nothing_is_scheduled_in_the_past_or_while_the_window_is_open() {
        Package past = Dossiers.at(PackageStatus.ADOPTED);
        assertEquals(
                Reason.RELEASE_IN_THE_PAST,
                assertThrows(
                                DecisionRefused.class,
                                () -> past.schedule(NOON, LocalDate.of(2026, 11, 25), null, STRANGER, NOON))
                        .reason());
        Package open = Dossiers.at(PackageStatus.CLOSED);
        open.stagePassed(null, List.of("STATE"), NOON.plusSeconds(1), NOON);
        assertEquals(
                Reason.WINDOW_IS_OPEN,
                assertThrows(DecisionRefused.class, () -> Dossiers.schedule(open))
                        .reason());
        open.windowOver();
        Dossiers.schedule(open);
        assertEquals(PackageStatus.SCHEDULED, open.status());
    }

    @Test
    void whoever_set_a_hold_lifts_it() {
        Package its = Dossiers.at(PackageStatus.SCHEDULED);
        its.hold(CHAIR, "a slip");
        assertEquals(Reason.ON_HOLD, refused(() -> its.hold(STRANGER, "me too")));
        assertEquals(Reason.HOLD_OF_ANOTHER, refused(() -> its.liftHold(STRANGER)));
        assertTrue(its.release().held());
        its.liftHold(CHAIR);
        assertFalse(its.release().held());
        assertEquals(Reason.NOT_ON_HOLD, refused(() -> its.liftHold(CHAIR)));
    }

    @Test
    void hold_and_go_are_for_a_scheduled_package_alone() {
        for (PackageStatus status : PackageStatus.values()) {
            if (status != PackageStatus.SCHEDULED) {
                assertEquals(Reason.NOT_IN_THIS_STATUS, refused(() -> Dossiers.at(status)
                        .hold(CHAIR, "why")));
                assertEquals(Reason.NOT_IN_THIS_STATUS, refused(() -> Dossiers.at(status)
                        .go(NOON, NOON)));
            }
        }
    }

    @Test
    void an_overdue_package_needs_a_new_go() {
        Package its = Dossiers.at(PackageStatus.SCHEDULED);
        assertNotNull(its.release().goAt());
        its.overdue("held");
        assertNull(its.release().goAt());
        its.go(NOON, NOON);
        assertNull(its.release().overdue());
        assertEquals(NOON, its.release().goAt());
    }

    @Test
    void a_go_that_stands_is_not_given_again() {
        Package its = Dossiers.at(PackageStatus.SCHEDULED);
        Instant at = its.release().at();
        assertFalse(its.needsGo(at));
        assertEquals(Reason.NOT_IN_THIS_STATUS, refused(() -> its.go(at, NOON)));
        its.go(at.plusSeconds(60), NOON);
        assertEquals(at.plusSeconds(60), its.release().at());
        assertEquals(Reason.NOT_IN_THIS_STATUS, refused(() -> its.go(at.plusSeconds(60), NOON)));
    }

    @Test
    void a_hash_that_was_read_is_the_one_that_stands() {
        Package its = Dossiers.forming();
        its.mustBe("hash");
        assertEquals(Reason.STALE_PACKAGE, refused(() -> its.mustBe("other")));
    }

    @Test
    void a_package_hash_is_over_its_entries_whatever_their_order() {
        Entry one = new Entry(Dossiers.forming().id(), 1, Drafts.draft());
        Entry two = new Entry(Dossiers.forming().id(), 2, Drafts.draft());
        assertEquals(Entry.hash(List.of(one, two)), Entry.hash(List.of(two, one)));
        assertFalse(Entry.hash(List.of(one)).equals(Entry.hash(List.of(one, two))));
    }

    private static Reason refused(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(DecisionRefused.class, act).reason();
    }
}
