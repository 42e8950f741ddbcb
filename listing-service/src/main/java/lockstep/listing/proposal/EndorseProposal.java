package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.ProposalRefused.Reason;

/** Another agency, as the programme requires, puts its hand to a proposal (G4). */
@ApplicationScoped
public class EndorseProposal {
    private final Proposals proposals;
    private final Programmes programmes;
    private final Acts acts;
    private final Deeds deeds;

    EndorseProposal(Proposals proposals, Programmes programmes, Acts acts, Deeds deeds) {
        this.proposals = proposals;
        this.programmes = programmes;
        this.acts = acts;
        this.deeds = deeds;
    }

    @Transactional
    public Proposal endorse(UUID id, int revisionRead, String note, Actor actor) {
        Proposal its = deeds.take(id, "endorsed", actor);
        its.mustBe(revisionRead);
        Programme programme = programmes.require(its.programme());
        boolean already = acts.all(id).stream()
                .anyMatch(done ->
                        done.act() == Act.ENDORSE && done.revision() == its.revision() && actor.of(done.agency()));
        if (already) {
            throw new ProposalRefused(Reason.ALREADY_ENDORSED, Words.of(Reason.ALREADY_ENDORSED));
        }
        its.endorse(deeds.standing(its, actor), programme, enough(its, programme, actor), deeds.now());
        acts.record(its, Act.ENDORSE, actor, Office.REVIEWER, deeds.now(), note, null);
        proposals.flush();
        deeds.done(its, "endorsed", Audience.ELECTORATE, null, note, null);
        return its;
    }

    /** True if this agency's endorsement is the last one that the programme requires of this revision. */
    private boolean enough(Proposal its, Programme programme, Actor actor) {
        Set<String> given = acts.all(its.id()).stream()
                .filter(done -> done.act() == Act.ENDORSE && done.revision() == its.revision())
                .map(Acts.Recorded::agency)
                .collect(Collectors.toSet());
        given.add(actor.agency().code());
        return programme.endorsement().enough(its.agency(), given);
    }
}
