package lockstep.web.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lockstep.auth.Marking;

/** One proposal with its text as it would be decided, who has said what about it, and what this reader can do. */
public record ProposalView(
        String id,
        long version,
        String caseId,
        String programme,
        String kind,
        String status,
        String stage,
        String heldReason,
        Instant reviewBy,
        Returned returned,
        int revision,
        String contentHash,
        Text text,
        Marking marking,
        String proposingAgency,
        Person author,
        Person submitter,
        List<Endorsement> endorsements,
        List<Consultation> consultations,
        List<String> toConsult,
        Opinion opinion,
        List<Judged> judgements,
        String packageId,
        String roundId,
        String supersedes,
        String takenUpBy,
        String listingId,
        Listed listing,
        List<Guard> checklist,
        List<Revision> revisions,
        List<LostEvidence> evidenceLost,
        List<AllowedAction> allowedActions) {

    /** An exhibit by the title that its citation has; null where the reader doesn't see it, or nothing cites it any more. */
    public String citedTitle(String exhibitId) {
        return text.reasons().stream()
                .flatMap(paragraph -> paragraph.cites().stream())
                .filter(cite -> cite.exhibitId().equals(exhibitId) && cite.title() != null)
                .map(Cite::title)
                .findFirst()
                .orElse(null);
    }

    public boolean cites(String exhibitId) {
        return text.reasons().stream()
                .flatMap(paragraph -> paragraph.cites().stream())
                .anyMatch(cite -> cite.exhibitId().equals(exhibitId));
    }

    /** Cited versions that this reader doesn't see. */
    public List<Cite> closedCites() {
        return text.reasons().stream()
                .flatMap(paragraph -> paragraph.cites().stream())
                .filter(cite -> cite.title() == null)
                .distinct()
                .toList();
    }

    /** The listing that it is about, or that was made of it, as its list calls it. */
    public record Listed(String id, String number, String name) {}

    /** The text of one revision. */
    public record Text(
            String programme,
            String kind,
            String subjectId,
            SubjectText subject,
            String ground,
            List<String> criteria,
            List<Paragraph> reasons,
            Map<String, String> terms,
            String listingId,
            String note) {}

    /** One paragraph of the reasons. */
    public record Paragraph(String type, String text, List<Cite> cites, String criterion, boolean selfSufficient) {}

    /** An exhibit that it relies on was withdrawn, or its release revoked or run out. */
    public record LostEvidence(String exhibitId, List<Integer> versions, String outcome, Instant at) {}

    /** An exhibit version that a paragraph rests on. */
    public record Cite(String exhibitId, int version, String sha256, String title, String relianceUse) {}

    /** A reviewer's consent to one revision; an advisory one is shown and never counted. */
    public record Endorsement(
            Person person, String agency, int revision, Instant at, String note, boolean advisory, boolean live) {}

    /** That another authority was consulted on one revision, and what it said. */
    public record Consultation(Person person, int revision, Instant at, boolean live, Said said) {
        /** {@code on} is a day. */
        public record Said(String agency, LocalDate on, String person, String outcome) {}
    }

    /** Why it was returned; outside the code's audience a neutral phrase. */
    public record Returned(String code, String text, boolean neutral, String audience) {}

    /** The legal office's finding on one revision, point by point. */
    public record Opinion(Person person, int revision, Instant at, boolean live, Map<String, String> points) {}

    /** What was judged about duplicates when it was accepted. */
    public record Judged(Person person, int revision, Instant at, List<Judgement> judgements) {}

    /** Whether a like one is the same, and why. */
    public record Judgement(String judgement, String reason) {}

    /** Whether one guard is met, and what is missing if not. */
    public record Guard(String guard, boolean met, List<Missing> reasons) {}

    /** One revision in the list of them. */
    public record Revision(int n, Instant at, String author, String contentHash) {}

    /** Where it is shown. */
    public String page() {
        return "/proposals/" + id;
    }
}
