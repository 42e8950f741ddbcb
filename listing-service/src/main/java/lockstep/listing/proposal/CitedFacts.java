package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.auth.Agency;
import lockstep.listing.evidence.Evidence;
import lockstep.listing.evidence.ExhibitFacts;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.evidence.Refusals.Asker;
import lockstep.listing.evidence.Refusals.Refused;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;

/** What a submission needs to know of the exhibits that are cited, asked of evidence-service before its transaction. */
@ApplicationScoped
public class CitedFacts {
    private final ProposalDossier dossier;
    private final Programmes programmes;
    private final OpenToReview review;
    private final Evidence evidence;

    CitedFacts(ProposalDossier dossier, Programmes programmes, OpenToReview review, Evidence evidence) {
        this.dossier = dossier;
        this.programmes = programmes;
        this.review = review;
        this.evidence = evidence;
    }

    /** As far as the actor may see them; where a marking shuts an office of review out, with what releases open to it. */
    public Map<ExhibitRef, ExhibitFacts> of(UUID proposalId, Actor actor) {
        Map<ExhibitRef, ExhibitFacts> facts = evidence.lookup(dossier.cited(proposalId, actor));
        Proposal its = dossier.of(proposalId, actor).proposal();
        Programme programme = programmes.require(its.programme());
        List<Agency> offices = review.offices(programme);
        Set<ExhibitRef> shut = facts.values().stream()
                .filter(exhibit -> !offices.stream().allMatch(office -> review.marked(exhibit, office)))
                .map(ExhibitFacts::ref)
                .collect(Collectors.toSet());
        if (shut.isEmpty()) {
            return facts;
        }
        List<Asker> askers = offices.stream()
                .map(office -> new Asker(office.code(), null, null, null))
                .toList();
        List<Refused> refused = evidence.refusedInReview(programme.code(), askers, shut, Set.of(its.caseId()));
        shut.forEach(ref -> facts.computeIfPresent(
                ref,
                (_, exhibit) -> exhibit.releasedTo(offices.stream()
                        .map(Agency::code)
                        .filter(code -> refused.stream()
                                .noneMatch(pair -> pair.agency().equals(code)
                                        && pair.exhibitId().equals(ref.exhibitId())
                                        && pair.version() == ref.version()))
                        .collect(Collectors.toSet()))));
        return facts;
    }
}
