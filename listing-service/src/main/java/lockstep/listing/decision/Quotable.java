package lockstep.listing.decision;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import lockstep.listing.decision.DecisionRefused.Missing;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.evidence.ExhibitFacts;
import lockstep.listing.evidence.ExhibitRef;

/**
 * What evidence-service said of the exhibits that a package's print cites, asked before the transaction that relies on it
 * (G10).
 *
 * @param known false where it could not be asked
 */
public record Quotable(boolean known, List<Refused> refused) {
    /** Nothing that is printed cites anything, or nothing is printed soon. */
    public static final Quotable ALL = new Quotable(true, List.of());

    static final Quotable UNKNOWN = new Quotable(false, List.of());

    public Quotable {
        refused = List.copyOf(refused);
    }

    /** A version that isn't free for quotation; title and originator null: not to be seen by whoever asked. */
    public record Refused(UUID exhibitId, int version, UUID caseId, String title, String originator) {
        /** {@code facts} null: not to be seen. */
        static Refused of(ExhibitRef ref, UUID caseId, ExhibitFacts facts) {
            return new Refused(
                    ref.exhibitId(),
                    ref.version(),
                    caseId,
                    facts == null ? null : facts.title(),
                    facts == null ? null : facts.originator());
        }

        ExhibitRef ref() {
            return new ExhibitRef(exhibitId, version);
        }

        private Missing missing() {
            String what = title == null ? "Exhibit " + exhibitId : "“" + title + "”";
            String whose = originator == null ? "its originator's" : originator + "'s";
            return new Missing(
                    "/exhibits/" + exhibitId + "/" + version,
                    "exhibit-not-released",
                    what + ", version " + version + ": ask " + whose
                            + " release officer for a QUOTE release to this programme.");
        }
    }

    /** Of what is printed now. */
    private List<Refused> among(Set<ExhibitRef> printed) {
        return refused.stream().filter(its -> printed.contains(its.ref())).toList();
    }

    void check(Supplier<Set<ExhibitRef>> printed) {
        Reason why = whyNot(printed);
        if (why != null) {
            throw new DecisionRefused(
                    why,
                    why == Reason.EVIDENCE_UNREACHABLE
                            ? "Whether its exhibits are released for quotation can't be asked now. Try again."
                            : "The print cites an exhibit that isn't released for quotation.",
                    among(printed.get()).stream().map(Refused::missing).toList());
        }
    }

    /** Null if nothing stands against the print; {@code printed} is asked only where something could. */
    Reason whyNot(Supplier<Set<ExhibitRef>> printed) {
        if (known && refused.isEmpty()) {
            return null;
        }
        Set<ExhibitRef> cited = printed.get();
        if (!known) {
            return cited.isEmpty() ? null : Reason.EVIDENCE_UNREACHABLE;
        }
        return among(cited).isEmpty() ? null : Reason.EXHIBIT_NOT_RELEASED;
    }
}
