package lockstep.listing.correction;

import static lockstep.listing.correction.CorrectableField.pointer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import lockstep.listing.correction.CorrectableField.Part;
import lockstep.listing.proposal.Hashes;
import lockstep.listing.proposal.Paragraph;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.subject.Address;
import lockstep.listing.subject.Name;
import lockstep.listing.subject.SubjectText;

/** Writes changes into a text; all that no change names stays as it is. */
final class Rewording {
    private Rewording() {}

    /** What the correction's own hash is over (RFC 8785): it chains the text before to the text after. */
    private record Link(UUID proposalId, int revision, String fromHash, List<Change> changes, String toHash) {}

    static String hash(UUID proposalId, int revision, String fromHash, List<Change> changes, String toHash) {
        return Hashes.of(new Link(proposalId, revision, fromHash, changes, toHash));
    }

    static ProposalText apply(ProposalText text, List<Change> changes) {
        ProposalText now = text;
        for (Change change : changes) {
            now = apply(now, change);
        }
        return now;
    }

    private static ProposalText apply(ProposalText text, Change change) {
        SubjectText subject = text.subject();
        List<Name> names = replaced(subject.names(), Part.NAME, change, Name::reading);
        List<Address> addresses = replaced(subject.addresses(), Part.ADDRESS, change, Rewording::printed);
        List<Paragraph> reasons = replaced(text.reasons(), Part.REASON, change, Paragraph::reading);
        return text.reading(subject.reading(names, addresses), reasons);
    }

    private static <T> List<T> replaced(List<T> all, Part part, Change change, BiFunction<T, String, T> written) {
        List<T> now = new ArrayList<>(all);
        for (int i = 0; i < now.size(); i++) {
            if (change.field().equals(pointer(part, i))) {
                now.set(i, written.apply(now.get(i), change.after()));
            }
        }
        return now;
    }

    private static Address printed(Address address, String asPrinted) {
        return new Address(
                asPrinted,
                address.lines(),
                address.city(),
                address.region(),
                address.postcode(),
                address.poBox(),
                address.country(),
                address.role(),
                address.highDiversionRisk());
    }
}
