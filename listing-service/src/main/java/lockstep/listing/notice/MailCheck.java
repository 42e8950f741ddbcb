package lockstep.listing.notice;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses to start with half a mail server: mails would come from nobody or lead nowhere. */
@Singleton
class MailCheck {
    void atStart(@Observes StartupEvent start, MailSettings settings) {
        boolean half = settings.from().isEmpty() || settings.pages().isEmpty();
        if (settings.host().isPresent() && half) {
            throw new IllegalStateException(
                    "LOCKSTEP_SMTP_HOST is set, so LOCKSTEP_MAIL_FROM and LOCKSTEP_PAGES_URL must be too");
        }
    }
}
