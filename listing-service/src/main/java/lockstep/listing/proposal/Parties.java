package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.listing.casefile.Participation;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Span;

/**
 * Which agencies take part in a proposal by a seat or an office of its programme: from its submission on, publishers
 * from its approval on. evidence-service learns it by the event, so that they can open what the proposal cites.
 */
@ApplicationScoped
public class Parties {
    private final Participation participation;
    private final Journal journal;

    Parties(Participation participation, Journal journal) {
        this.participation = participation;
        this.journal = journal;
    }

    /** One agency by a seat or office. */
    public record Party(String agency, String as) {}

    /** {@code retention}: how long what is cited must be kept at least, as the programme says it. */
    record Admitted(
            UUID proposalId,
            UUID caseId,
            String programme,
            List<Party> parties,
            List<ExhibitRef> cites,
            Span retention) {}

    void admitReview(Proposal its, ProposalText text, Programme programme, Instant at) {
        admit(its, text, programme, of(programme, false), at);
    }

    void admitPublishers(Proposal its, ProposalText text, Programme programme, Instant at) {
        admit(its, text, programme, of(programme, true), at);
    }

    private void admit(Proposal its, ProposalText text, Programme programme, List<Party> parties, Instant at) {
        parties.forEach(party -> participation.admit(its.id(), its.caseId(), party.agency(), party.as(), at));
        journal.append(new JournalEntry(
                "proposal.parties",
                1,
                "proposal",
                its.id(),
                its.revision(),
                programme.code(),
                null,
                its.protection(Audience.ELECTORATE),
                new Admitted(
                        its.id(),
                        its.caseId(),
                        programme.code(),
                        parties,
                        List.copyOf(Checklist.refs(text)),
                        programme.personalData().retention())));
    }

    /** Every seat of the programme, conditional ones too, and its offices; publishers where asked for. */
    public static List<Party> of(Programme programme, boolean withPublishers) {
        List<Party> all = new ArrayList<>();
        programme.seats().forEach(seat -> all.add(new Party(seat.agency(), "SEAT")));
        for (Office office : Office.values()) {
            boolean later = office == Office.PUBLISHER && !withPublishers;
            if (!later) {
                programme
                        .offices()
                        .getOrDefault(office, List.of())
                        .forEach(agency -> all.add(new Party(agency, "OFFICE")));
            }
        }
        return all.stream().distinct().toList();
    }
}
