package lockstep.listing.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.kit.db.Sql;
import org.jboss.logging.Logger;

/**
 * Mails one notice: whoever holds its row sends it, and says so before the row is let go. Only a process that dies
 * between the server's word and the commit lets it be sent once more, under the same message id.
 */
@ApplicationScoped
class DeliverNotice {
    private static final Logger LOG = Logger.getLogger(DeliverNotice.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int ATTEMPTS = 8;
    private static final int FAILURE_SHOWN = 200;
    private static final String NEXT = """
            select n.id, n.agency, n.due, n.lead, n.silence, n.attempts, m.address, m.language
              from notice n left join mailbox m on m.sub = n.sub
             where n.state = 'WAITING' and n.next_at <= ?
             order by n.next_at, n.id limit 1 for update of n skip locked
            """;

    private final Sql sql;
    private final Mailer mailer;
    private final MailSettings settings;
    private final Agencies agencies;
    private final InstantSource clock;

    DeliverNotice(Sql sql, Mailer mailer, MailSettings settings, Agencies agencies, InstantSource clock) {
        this.sql = sql;
        this.mailer = mailer;
        this.settings = settings;
        this.agencies = agencies;
        this.clock = clock;
    }

    private record Waiting(
            UUID id,
            String agency,
            Instant due,
            String lead,
            boolean silence,
            int attempts,
            String address,
            String language) {

        boolean afterIt() {
            return lead.equals(Lead.PASSED.value());
        }
    }

    /** False if no notice waits that another replica isn't sending. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean next() {
        Optional<Waiting> next = sql.first(
                NEXT,
                row -> new Waiting(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        Sql.instant(row, 3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getString(8)),
                clock.instant());
        next.ifPresent(this::deliver);
        return next.isPresent();
    }

    /** Where no server is configured, what waits is shown on the pages and not sent in a heap later. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void nowhere() {
        sql.update("update notice set state = 'NO_SERVER' where state = 'WAITING'");
    }

    private void deliver(Waiting its) {
        if (its.address() == null || its.address().isBlank()) {
            ended(its, "NO_ADDRESS", null);
        } else if (!its.afterIt() && !its.due().isAfter(clock.instant())) {
            ended(its, "TOO_LATE", null);
        } else {
            try {
                mailer.send(mail(its));
                sql.update(
                        "update notice set state = 'SENT', attempts = attempts + 1, sent_at = ?, failure = null where id = ?",
                        clock.instant(),
                        its.id());
            } catch (RuntimeException failed) {
                failed(its, failed);
            }
        }
    }

    private void failed(Waiting its, RuntimeException failure) {
        LOG.warnf("notice %s was not mailed: %s", its.id(), failure.getMessage());
        String told = String.valueOf(failure.getMessage());
        String shown = told.length() > FAILURE_SHOWN ? told.substring(0, FAILURE_SHOWN) : told;
        if (its.attempts() + 1 >= ATTEMPTS) {
            ended(its, "GIVEN_UP", shown);
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << 2 * its.attempts());
        sql.update(
                "update notice set attempts = attempts + 1, next_at = ?, failure = ? where id = ?",
                clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause),
                shown,
                its.id());
    }

    private void ended(Waiting its, String state, String failure) {
        sql.update("update notice set state = ?, failure = ? where id = ?", state, failure, its.id());
    }

    private Mail mail(Waiting its) {
        MailText text = MailText.of(
                its.due(),
                agencies.find(its.agency()).map(Agency::zone).orElse(Agency.BRUSSELS),
                its.afterIt(),
                its.silence(),
                settings.pages().orElseThrow(),
                its.language());
        return Mail.withText(its.address(), text.subject(), text.body())
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Message-ID", "<" + its.id() + "@lockstep>");
    }
}
