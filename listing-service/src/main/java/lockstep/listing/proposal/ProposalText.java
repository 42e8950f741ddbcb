package lockstep.listing.proposal;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import lockstep.listing.programme.Kind;
import lockstep.listing.subject.SubjectText;

/**
 * What is decided: one revision's whole text with the subject as it stood and each cited exhibit version pinned. Its
 * canonical JSON is what the content hash, and so every vote, is bound to.
 *
 * @param subjectVersion row version of the case's subject that {@code subject} was taken from
 * @param terms the programme's typed terms by name
 * @param listingId the listing that an AMEND, REMOVE or RENEW is about, else null
 */
public record ProposalText(
        String programme,
        Kind kind,
        UUID subjectId,
        long subjectVersion,
        SubjectText subject,
        String ground,
        List<String> criteria,
        List<Paragraph> reasons,
        SortedMap<String, String> terms,
        UUID listingId,
        String note) {

    public ProposalText {
        criteria = criteria == null ? List.of() : List.copyOf(criteria);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        terms = terms == null ? new TreeMap<>() : new TreeMap<>(terms);
    }

    /** The same text, to be confirmed as the listing that it became. */
    ProposalText confirming(UUID listed) {
        return with(Kind.CONFIRM, subject, reasons, listed);
    }

    /** What a listing says, for another term, of the target as it stands in that version. */
    public ProposalText renewing(UUID listed, SubjectText target, long version) {
        return new ProposalText(
                programme, Kind.RENEW, subjectId, version, target, ground, criteria, reasons, terms, listed, null);
    }

    /** The same text, its target and reasons worded so. */
    public ProposalText reading(SubjectText target, List<Paragraph> worded) {
        return with(kind, target, worded, listingId);
    }

    private ProposalText with(Kind its, SubjectText target, List<Paragraph> worded, UUID listed) {
        return new ProposalText(
                programme, its, subjectId, subjectVersion, target, ground, criteria, worded, terms, listed, note);
    }

    /** The exhibit versions that the reasons rest on, each once, in a fixed order. */
    public SortedSet<Citation> exhibits() {
        SortedSet<Citation> all = new TreeSet<>();
        reasons.forEach(paragraph -> all.addAll(paragraph.cites()));
        return all;
    }

    public String contentHash() {
        return Hashes.of(this);
    }

    public String exhibitSetHash() {
        return Hashes.of(List.copyOf(exhibits()));
    }
}
