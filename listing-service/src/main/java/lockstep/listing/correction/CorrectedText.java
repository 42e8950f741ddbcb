package lockstep.listing.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import lockstep.auth.Principal;
import lockstep.listing.correction.CorrectionRefused.Reason;
import lockstep.listing.decision.Entry;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.proposal.Proposals;

/** An entry's text as it will be printed: the decided one with every correction that was taken in, hash by hash. */
@ApplicationScoped
public class CorrectedText {
    private final Corrections corrections;
    private final Proposals proposals;

    CorrectedText(Corrections corrections, Proposals proposals) {
        this.corrections = corrections;
        this.proposals = proposals;
    }

    /**
     * The text to print.
     *
     * @param hash of {@code text}; the decided hash where nothing was corrected
     * @param corrected all changes so far
     */
    public record Printed(ProposalText text, String decidedHash, String hash, List<Change> corrected) {

        /** The hash that the listing names beside the decided one; null where nothing was corrected. */
        public String correctedHash() {
            return corrected.isEmpty() ? null : hash;
        }

        boolean has(String field, CorrectionKind kind) {
            return corrected.stream().anyMatch(change -> change.field().equals(field) && change.kind() == kind);
        }
    }

    /** Fails where the chain from the decided text is broken: then nothing may be printed. */
    public Printed of(Entry entry, Principal reader) {
        ProposalText text = proposals
                .revision(reader, entry.proposalId(), entry.revision())
                .orElseThrow(() -> new CorrectionRefused(Reason.NOTHING_DECIDED))
                .text();
        String hash = text.contentHash();
        linked(entry.contentHash(), hash, entry);
        List<Change> all = new ArrayList<>();
        for (Correction one : corrections.takenIn(entry.packageId(), entry.proposalId(), entry.revision())) {
            linked(one.fromHash(), hash, entry);
            text = Rewording.apply(text, one.changes());
            hash = text.contentHash();
            linked(one.toHash(), hash, entry);
            all.addAll(one.changes());
        }
        return new Printed(text, entry.contentHash(), hash, List.copyOf(all));
    }

    private static void linked(String expected, String found, Entry entry) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("the text of " + entry.proposalId() + " is not the one that was decided");
        }
    }
}
