package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.auth.Facts;
import lockstep.auth.Levels;
import lockstep.auth.Marking;
import lockstep.auth.Policy;
import lockstep.auth.Reader;
import lockstep.listing.casefile.CaseFile;
import lockstep.listing.evidence.ExhibitFacts;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.ProposalRefused.Missing;

/**
 * Whether every office of review could read a proposal once it is submitted: the case's header, the proposal and each
 * exhibit it cites, by its marking or by a release (G2). Asked before they take part, so their part is taken for granted and ORCON counts as closed.
 */
@ApplicationScoped
class OpenToReview {
    private static final Set<Office> OFFICES = Set.of(Office.CHAIR, Office.REGISTRAR, Office.REVIEWER, Office.LEGAL);

    private final Agencies agencies;
    private final Levels levels;

    OpenToReview(Agencies agencies, Levels levels) {
        this.agencies = agencies;
        this.levels = levels;
    }

    List<Missing> closedTo(CaseFile header, Proposal proposal, Collection<ExhibitFacts> exhibits, Programme programme) {
        List<Missing> missing = new ArrayList<>();
        offices(programme).forEach(agency -> closedTo(agency, header, proposal, exhibits, missing));
        return missing;
    }

    /** The agencies that can hold an office of review. */
    List<Agency> offices(Programme programme) {
        return OFFICES.stream()
                .flatMap(office -> programme.offices().getOrDefault(office, List.of()).stream())
                .distinct()
                .sorted()
                .map(code -> agencies.find(code).orElseThrow())
                .toList();
    }

    boolean marked(ExhibitFacts exhibit, Agency reader) {
        return reads(reader, exhibit.marking(), exhibit.originator());
    }

    private void closedTo(
            Agency agency,
            CaseFile header,
            Proposal proposal,
            Collection<ExhibitFacts> exhibits,
            List<Missing> missing) {
        if (!reads(agency, header.marking(), header.originator())) {
            missing.add(new Missing(
                    "/case", "case-not-open-to-review", agency.code() + " could not read the case's header."));
        }
        if (!reads(agency, proposal.marking(), proposal.agency())) {
            missing.add(new Missing(
                    "/marking", "proposal-not-open-to-review", agency.code() + " could not read the proposal."));
        }
        exhibits.stream()
                .filter(exhibit -> !marked(exhibit, agency))
                .filter(exhibit -> !exhibit.releasedTo().contains(agency.code()))
                .forEach(exhibit -> missing.add(new Missing(
                        "/reasons",
                        "exhibit-not-open-to-review",
                        agency.code() + " could not open “" + exhibit.title() + "”.")));
    }

    private boolean reads(Agency agency, Marking marking, String originator) {
        Reader reader = Reader.of("", agency, agency.ceiling(), agencies, levels);
        return Policy.mayRead(reader, marking, new Facts(originator, true, true, false, false, true))
                .visible();
    }
}
