package lockstep.listing.notice;

import io.smallrye.config.ConfigMapping;
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
}
