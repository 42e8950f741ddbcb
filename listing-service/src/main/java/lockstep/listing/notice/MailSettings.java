package lockstep.listing.notice;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Whether and how mails are sent; without a server none are, and notices show on the pages alone. */
@ConfigMapping(prefix = "lockstep.mail")
public interface MailSettings {
    /** Name of the SMTP server. */
    Optional<String> host();

    /** Address that mails come from. */
    Optional<String> from();

    /** Where the pages are, as a reader's browser finds them. */
    Optional<String> pages();

    /** A server without the others would send mails that come from nobody and lead nowhere. */
    class Check {
        void atStart(@Observes StartupEvent start, MailSettings settings) {
            if (settings.host().isPresent()
                    && (settings.from().isEmpty() || settings.pages().isEmpty())) {
                throw new IllegalStateException(
                        "LOCKSTEP_SMTP_HOST is set, so LOCKSTEP_MAIL_FROM and LOCKSTEP_PAGES_URL must be too");
            }
        }
    }
}
