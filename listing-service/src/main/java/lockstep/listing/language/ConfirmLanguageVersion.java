package lockstep.listing.language;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.listing.proposal.Deeds;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.ProposalRefused;
import lockstep.listing.proposal.ProposalRefused.Reason;

/** A lawyer of the programme finds that a version says what the decided text says. */
@ApplicationScoped
public class ConfirmLanguageVersion {
    static final String CONFIRMED = "language-confirmed";

    private final LanguageVersions versions;
    private final Deeds deeds;

    ConfirmLanguageVersion(LanguageVersions versions, Deeds deeds) {
        this.versions = versions;
        this.deeds = deeds;
    }

    /** {@code sha256Read}: of the version that the lawyer read. */
    @Transactional
    public LanguageVersion confirm(UUID id, String language, String sha256Read, Actor actor) {
        Proposal its = deeds.take(id, CONFIRMED, actor);
        LanguageVersion written = versions.newest(id, its.revision(), language).orElse(null);
        ProposalRefused.unless(LanguageGuards.confirm(its, written, deeds.standing(its, actor)));
        ProposalRefused.unless(written.sha256().equals(sha256Read) ? null : Reason.STALE_REVISION);
        written.confirm(actor, deeds.now());
        versions.flush();
        deeds.done(its, CONFIRMED, Audience.CASE, null, null, WriteLanguageVersion.Event.of(written));
        return written;
    }
}
