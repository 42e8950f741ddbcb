package lockstep.listing.language;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.db.ReadOnly;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.Deeds;
import lockstep.listing.proposal.OfferedBeside;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.ProposalRefused.Reason;
import lockstep.listing.proposal.Proposals;
import lockstep.listing.proposal.Revision;
import lockstep.listing.proposal.Standing;

/** The languages that a proposal's law asks for: what is there in each, and what the reader can do about it. */
@ApplicationScoped
public class LanguageDossier implements OfferedBeside {
    private final LanguageVersions versions;
    private final Proposals proposals;
    private final Programmes programmes;
    private final Deeds deeds;

    LanguageDossier(LanguageVersions versions, Proposals proposals, Programmes programmes, Deeds deeds) {
        this.versions = versions;
        this.proposals = proposals;
        this.programmes = programmes;
        this.deeds = deeds;
    }

    /** The text that is said anew, and each language that is asked for. */
    public record Known(Proposal proposal, Revision original, String working, List<InLanguage> languages) {}

    /** {@code newest} null: nothing is written yet. */
    public record InLanguage(String language, LanguageVersion newest, List<Allowed> actions) {}

    @ReadOnly
    public Known of(UUID id, Actor actor) {
        Proposal its = proposals.require(actor, id);
        Programme programme = programmes.require(its.programme());
        Standing by = deeds.standing(its, actor);
        List<InLanguage> all = asked(its, programme).stream()
                .map(language -> inLanguage(its, language, by))
                .toList();
        Optional<Revision> original = proposals.revision(actor, id, its.revision());
        return new Known(
                its, original.orElse(null), programme.languages().working().getFirst(), all);
    }

    private InLanguage inLanguage(Proposal its, String language, Standing by) {
        LanguageVersion newest =
                versions.newest(its.id(), its.revision(), language).orElse(null);
        List<Allowed> all = new ArrayList<>();
        if (writes(by.actor())) {
            add(all, "write-language-version", LanguageGuards.write(its, by));
        }
        if (by.actor().has(Role.LEGAL)) {
            add(all, "confirm-language-version", LanguageGuards.confirm(its, newest, by));
        }
        return new InLanguage(language, newest, all);
    }

    /** Of all languages together: possible if it is for one of them. */
    @Override
    @ReadOnly
    public List<Allowed> on(Proposal its, Actor actor) {
        Programme programme = programmes.require(its.programme());
        if (asked(its, programme).isEmpty() || !writes(actor) && !actor.has(Role.LEGAL)) {
            return List.of();
        }
        Standing by = deeds.standing(its, actor);
        Map<String, Allowed> all = new LinkedHashMap<>();
        for (String language : asked(its, programme)) {
            inLanguage(its, language, by)
                    .actions()
                    .forEach(one -> all.merge(one.action(), one, (first, next) -> first.allowed() ? first : next));
        }
        return List.copyOf(all.values());
    }

    private static List<String> asked(Proposal its, Programme programme) {
        return its.kind().prints() ? programme.translations() : List.of();
    }

    private static boolean writes(Actor actor) {
        return actor.has(Role.ANALYST) || actor.has(Role.SECRETARIAT) || actor.has(Role.PUBLISHER);
    }

    private static void add(List<Allowed> all, String action, Reason whyNot) {
        all.add(Allowed.unless(action, whyNot, null));
    }
}
