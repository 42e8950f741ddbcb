package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
     * @param person function of whoever answered there, not a name; may be empty
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

    /** The agencies that these proposals' present revisions still lack; the pointer names the proposal. */
    public List<Missing> missing(Programme programme, Collection<Proposal> proposals) {
        return proposals.stream()
                .flatMap(its -> lacking(programme, its).stream()
                        .map(agency -> new Missing(
                                "/entries/" + its.id(),
                                "consultation-missing",
                                agency + " was not consulted on "
                                        + its.headline().name() + ".")))
                .toList();
    }

    /** Whether an entry of a package lacks a consultation on its present revision. */
    public boolean lackingIn(UUID packageId, Programme programme) {
        return acts.entriesOf(packageId).stream()
                .anyMatch(entry -> !acts.consultedOn(entry.proposalId(), entry.revision())
                        .containsAll(programme.consulted(entry.agency())));
    }

    private Set<String> lacking(Programme programme, Proposal its) {
        Set<String> asked = programme.consulted(its.agency()).stream().collect(Collectors.toSet());
        if (!asked.isEmpty()) {
            acts.consultedOn(its.id(), its.revision()).forEach(asked::remove);
        }
        return asked;
    }
}
