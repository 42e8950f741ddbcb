package lockstep.listing.language;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.Deeds;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.ProposalRefused;
import lockstep.listing.proposal.ProposalRefused.Reason;
import lockstep.listing.proposal.Proposals;

/** Writes what the revision that stands says in another language, for a lawyer to confirm. */
@ApplicationScoped
public class WriteLanguageVersion {
    /** Journalled with the version's hash. */
    static final String WRITTEN = "language-written";

    private final LanguageVersions versions;
    private final Proposals proposals;
    private final Programmes programmes;
    private final Deeds deeds;

    WriteLanguageVersion(LanguageVersions versions, Proposals proposals, Programmes programmes, Deeds deeds) {
        this.versions = versions;
        this.proposals = proposals;
        this.programmes = programmes;
        this.deeds = deeds;
    }

    /** What the journal keeps of a step: enough to prove which version was printed. */
    record Event(String language, int version, String ofHash, String sha256) {
        static Event of(LanguageVersion its) {
            return new Event(its.language(), its.n(), its.ofHash(), its.sha256());
        }
    }

    /** {@code contentHashRead}: of the text that the writer read; a version of an older one is refused. */
    @Transactional
    public LanguageVersion write(UUID id, String language, String contentHashRead, LanguageText text, Actor actor) {
        Proposal its = deeds.take(id, WRITTEN, actor);
        boolean asked = programmes.require(its.programme()).translations().contains(language);
        ProposalRefused.unless(asked ? null : Reason.LANGUAGE_NOT_ASKED);
        ProposalRefused.unless(LanguageGuards.write(its, deeds.standing(its, actor)));
        ProposalRefused.unless(its.headline().contentHash().equals(contentHashRead) ? null : Reason.STALE_REVISION);
        int paragraphs = proposals
                .revision(actor, id, its.revision())
                .orElseThrow()
                .text()
                .reasons()
                .size();
        ProposalRefused.unless(text.paragraphs().size() == paragraphs ? null : Reason.PARAGRAPHS_DIFFER);
        LanguageVersion before = versions.newest(id, its.revision(), language).orElse(null);
        if (before != null && before.text().equals(text)) {
            return before;
        }
        LanguageVersion written = new LanguageVersion(
                new LanguageVersion.Of(id, its.revision(), contentHashRead),
                language,
                before == null ? 1 : before.n() + 1,
                text,
                actor,
                deeds.now());
        versions.persistAndFlush(written);
        deeds.done(its, WRITTEN, Audience.CASE, null, null, Event.of(written));
        return written;
    }
}
