package lockstep.listing.notice;

import static lockstep.kit.testing.Databases.number;
import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.MailServer;
import lockstep.listing.testing.MovableClock;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails over a real SMTP server: once each, without a word of the case, and after the server was down too. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
@QuarkusTestResource(MailServer.class)
class MailTest {
    @Inject
    MailJob job;

    @Inject
    DeliverNotice delivering;

    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    private GreenMail server;
    private UUID round;

    @BeforeEach
    void aRoundWithTwoAddresses() throws Exception {
        People.appointThemAlone();
        EvidenceStandIn.refuseNothing();
        run("update notice set state = 'NO_SERVER' where state = 'WAITING'");
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        signIn("FR", "fr-FR,fr;q=0.9,en;q=0.5");
        signIn("DE", "de,en");
        round = id(Story.openRound(Story.packageOf(Story.ready())));
    }

    @AfterEach
    void stop() {
        server.stop();
        MovableClock.letGo();
    }

    private static void signIn(String seat, String languages) {
        TestTokens who = People.voter(seat)
                .claim("email", seat.toLowerCase() + "-voter@rep.example")
                .claim("email_verified", true);
        must(as(who).header("Accept-Language", languages).get("/api/v1/me"));
    }

    private static void run(String statement) throws SQLException {
        try (Connection connection = Databases.asSuperuser()) {
            connection.createStatement().execute(statement);
        }
    }

    private void deliver() throws Exception {
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            Future<?> one = replicas.submit(job::run);
            Future<?> other = replicas.submit(job::run);
            one.get();
            other.get();
        }
    }

    private List<MimeMessage> to(String account) throws Exception {
        return List.of(server.getReceivedMessages()).stream()
                .filter(mail -> recipient(mail).startsWith(account))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void two_delivering_jobs_mail_each_notice_once_and_say_nothing_of_the_case() throws Exception {
        deliver();
        if (number("select count(*) from notice where thing = ? and state = 'WAITING'", round) > 0) {
            // On a busy machine the first of two connections has been left unanswered for half a minute: then it is
            // tried again.
            MovableClock.set(Instant.now().plus(Duration.ofSeconds(70)));
            deliver();
        }
        assertEquals(2, server.getReceivedMessages().length);
        MimeMessage french = to("fr-voter").getFirst();
        MimeMessage english = to("de-voter").getFirst();
        assertTrue(french.getSubject().contains("attend"));
        assertTrue(
                french.getContent().toString().contains("vaut accord"),
                french.getContent().toString());
        String text = english.getContent().toString();
        assertTrue(text.startsWith("UNMARKED"), text);
        assertTrue(text.contains(" UTC)") && text.contains("https://pages.example/"), text);
        String whole = english.getSubject() + text + french.getSubject() + french.getContent();
        for (String word :
                List.of("Meridian", "/20", "Annex", "833", "RELEX", "Council", "Kowloon", round.toString())) {
            assertFalse(whole.contains(word), word);
        }
        assertEquals(2, number("select count(*) from notice where thing = ? and state = 'SENT'", round));
        assertEquals(
                People.COUNCIL.size() - 2,
                number("select count(*) from notice where thing = ? and state = 'NO_ADDRESS'", round));
    }

    @Test
    void who_can_not_be_mailed_is_seen_by_the_agencys_administrator_alone() throws Exception {
        deliver();
        TestTokens admin = People.person("at-admin", "AT-REP", Role.ADMIN);
        must(as(admin).get("/api/v1/notices/not-mailed"))
                .then()
                .body("items.account", equalTo(List.of("at-voter")))
                .body("items.mail", hasItems("NO_ADDRESS"));
        refused(as(People.chair()).get("/api/v1/notices/not-mailed"), 403, "not-permitted");
        must(as(People.voter("AT")).get("/api/v1/notices/mailing"))
                .then()
                .body("server", equalTo(true))
                .body("address", equalTo(false));
        try (Connection app = Databases.asApp()) {
            app.setAutoCommit(false);
            Databases.set(app, "lockstep.sub", TestTokens.sub("at-admin"));
            Databases.set(app, "lockstep.agency", "FR-REP");
            var rows = app.createStatement().executeQuery("select count(*) from mailbox");
            rows.next();
            assertEquals(0, rows.getLong(1), "an address is its owner's alone");
        }
    }

    @Test
    void a_server_that_was_down_gets_the_mail_later_and_one_that_stays_down_is_given_up_visibly() throws Exception {
        server.stop();
        deliver();
        assertEquals(
                2,
                number(
                        "select count(*) from notice where thing = ? and state = 'WAITING' and attempts = 1"
                                + " and failure is not null",
                        round));
        server.start();
        deliver();
        assertEquals(0, server.getReceivedMessages().length, "it waits before it tries again");
        MovableClock.set(Instant.now().plus(Duration.ofSeconds(70)));
        deliver();
        assertEquals(2, server.getReceivedMessages().length);
        server.stop();
        run("update notice set state = 'WAITING', attempts = 7, next_at = now() where state = 'SENT' and thing = '"
                + round + "'");
        deliver();
        assertEquals(2, number("select count(*) from notice where thing = ? and state = 'GIVEN_UP'", round));
    }

    @Test
    void without_a_server_nothing_is_sent_now_nor_later() throws Exception {
        new MailJob(delivering, new Off()).run();
        deliver();
        assertEquals(0, server.getReceivedMessages().length);
        assertEquals(
                People.COUNCIL.size(),
                number("select count(*) from notice where thing = ? and state = 'NO_SERVER'", round));
    }

    private record Off() implements MailSettings {
        @Override
        public Optional<String> host() {
            return Optional.empty();
        }

        @Override
        public Optional<String> from() {
            return Optional.empty();
        }

        @Override
        public Optional<String> pages() {
            return Optional.empty();
        }
    }
}
