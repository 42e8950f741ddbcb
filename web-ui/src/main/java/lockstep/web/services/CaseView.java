package lockstep.web.services;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lockstep.auth.Marking;

/** A case as this reader sees it: those who take part only by a proposal see that one and its subject. */
public record CaseView(
        String id,
        long version,
        String title,
        String summary,
        String originator,
        Marking marking,
        Instant openedAt,
        List<Participant> participants,
        List<SubjectView> subjects,
        List<Proposal> proposals,
        List<Alignment> alignment,
        String rollUp,
        List<AllowedAction> allowedActions) {

    /** An agency that takes part in the whole case. */
    public record Participant(String agency, String kind) {}

    /** Where one jurisdiction stands. */
    public record Alignment(String subjectId, String jurisdiction, String programme, String state, String proposalId) {

        public boolean isConsidered() {
            return !"NOT_CONSIDERED".equals(state);
        }
    }

    /** One of its proposals. */
    public record Proposal(
            String id,
            String programme,
            String kind,
            String status,
            String stage,
            int revision,
            String name,
            String nativeName,
            String nativeLanguage,
            String country) {

        public SubjectBrief subject() {
            return new SubjectBrief(name, nativeName, nativeLanguage, country);
        }
    }

    public Optional<Proposal> proposal(String proposalId) {
        return proposals.stream().filter(row -> row.id().equals(proposalId)).findFirst();
    }

    public Optional<SubjectText> firstSubject() {
        return subjects.stream().map(SubjectView::text).findFirst();
    }

    /** Subjects times the jurisdictions that considered them. */
    public long considered() {
        return alignment.stream().filter(Alignment::isConsidered).count();
    }

    /** Jurisdictions that considered none of its subjects. */
    public List<String> others() {
        List<String> known = alignment.stream()
                .filter(Alignment::isConsidered)
                .map(Alignment::jurisdiction)
                .toList();
        return alignment.stream()
                .map(Alignment::jurisdiction)
                .distinct()
                .filter(jurisdiction -> !known.contains(jurisdiction))
                .toList();
    }

    /** The name of a subject, where the case has several; else nothing. */
    public String nameOf(String subjectId) {
        return subjects.size() < 2
                ? ""
                : subjects.stream()
                        .filter(subject -> subject.id().equals(subjectId))
                        .map(subject -> subject.text().name())
                        .findFirst()
                        .orElse("");
    }

    public long listed() {
        return alignment.stream().filter(row -> "LISTED".equals(row.state())).count();
    }

    /** Those who opened it, and those who were invited. */
    public boolean takesPart(String agency) {
        return participants.stream().anyMatch(one -> one.agency().equals(agency));
    }
}
