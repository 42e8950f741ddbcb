package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.ProposalRefused.Missing;
import lockstep.listing.proposal.ProposalRefused.Reason;

/** The chair records that another authority was consulted, as the law asks before a decision (G14): no veto follows. */
@ApplicationScoped
public class ConsultOnProposal {
    private final Programmes programmes;
    private final Acts acts;
    private final Deeds deeds;

    ConsultOnProposal(Programmes programmes, Acts acts, Deeds deeds) {
        this.programmes = programmes;
        this.acts = acts;
        this.deeds = deeds;
    }

    /**
     * Who was consulted, when and with what outcome.
     *
     * @param person function of whoever answered there, not a name
     */
    public record Consulted(String agency, LocalDate on, String person, String outcome) {}

    @Transactional
    public Proposal consult(UUID id, int revisionRead, Consulted said, Actor actor) {
        Proposal its = deeds.take(id, "consulted", actor);
        its.mustBe(revisionRead);
        Programme programme = programmes.require(its.programme());
        ProposalRefused.unless(Guards.consult(its, programme, deeds.standing(its, actor)));
        if (!programme.consulted(its.agency()).contains(said.agency())) {
            throw new ProposalRefused(Reason.NO_CONSULTATION_ASKED, Words.of(Reason.NO_CONSULTATION_ASKED));
        }
        if (said.on().isAfter(LocalDate.ofInstant(deeds.now(), programme.zone()))) {
            throw new ProposalRefused(
                    Reason.NOT_YET,
                    Words.of(Reason.NOT_YET),
                    List.of(new Missing("/on", "date-in-future", "It lies in the future.")));
        }
        acts.record(its, Act.CONSULT, actor, Office.CHAIR, deeds.now(), said.outcome(), said);
        deeds.done(its, "consulted", Audience.ELECTORATE, said.agency(), said.outcome(), said);
        return its;
    }

    /** The agencies that were not consulted on what stands of these proposals; the pointer names the proposal. */
    public List<Missing> missing(Programme programme, Collection<UUID> proposals) {
        if (programme.consultation() == null || proposals.isEmpty()) {
            return List.of();
        }
        return acts.consultations(proposals).stream()
                .flatMap(its -> programme.consulted(its.proposing()).stream()
                        .filter(agency -> !its.consulted().contains(agency))
                        .map(agency -> new Missing(
                                "/entries/" + its.proposalId(),
                                "consultation-missing",
                                agency + " was not consulted on " + its.name() + ".")))
                .toList();
    }
}
