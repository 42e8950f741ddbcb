package lockstep.web.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lockstep.auth.Marking;

/** A package of proposals under one draft act. */
public record PackageView(
        String id,
        long version,
        String programme,
        String number,
        String title,
        String draftAct,
        String status,
        String stage,
        String hash,
        Marking marking,
        int exhibits,
        List<Entry> entries,
        List<Left> left,
        List<RoundRow> rounds,
        RoundView round,
        List<RecordedView> recorded,
        Release release,
        List<NotReleased> notReleased,
        List<AllowedAction> allowedActions) {

    public PackageView {
        left = left == null ? List.of() : List.copyOf(left);
    }

    /** An exhibit that its print cites and may not; without title where its reader doesn't see it. */
    public record NotReleased(String exhibitId, int version, String caseId, String title, String originator) {
        /** Where its release for this programme's print is asked for. */
        public String ask(String programme) {
            return "/cases/" + caseId + "/exhibits/" + exhibitId + "/versions/" + version
                    + "/release?kind=QUOTE&to=ELECTORATE:" + programme;
        }
    }

    /** One proposal in it. */
    public record Entry(
            String proposalId,
            String caseId,
            int no,
            SubjectBrief subject,
            String kind,
            String ground,
            String status,
            int revision,
            String contentHash,
            int exhibits,
            List<String> listedBy,
            String number,
            LocalDate listedDate,
            String standingNumber,
            LocalDate standingDate,
            String sheet,
            String listingId,
            String listingName) {

        /** True if it prints no row, so that number and date of its listing stand. */
        public boolean stands() {
            return "KEEP".equals(sheet) || "DROP".equals(sheet) || "CONFIRM".equals(kind);
        }

        /** The number given at scheduling, else that of the listing which it is about. */
        public String givenNumber() {
            return number != null ? number : standingNumber == null ? "" : standingNumber;
        }

        private LocalDate givenDate() {
            return listedDate != null ? listedDate : standingDate;
        }

        /** Its date as given, as it stands in the list, or this one. */
        public LocalDate dateOr(LocalDate decided) {
            return givenDate() == null ? decided : givenDate();
        }
    }

    /** An entry that is no longer in it, by its number; {@code by} and {@code reason} where the chair carved it out. */
    public record Left(
            String proposalId, int no, SubjectBrief subject, String why, Instant at, String by, String reason) {
        /** The last part of a message key. */
        public String way() {
            return why.replace(' ', '-');
        }
    }

    /** A round in the list of them. */
    public record RoundRow(
            String id, String stage, String status, Instant openedAt, Instant deadline, String outcomeReason) {}

    /** A decision that was taken outside Lockstep and is recorded here by two persons. */
    public record RecordedView(
            String id,
            String status,
            String stage,
            String body,
            LocalDate date,
            boolean adopted,
            List<Instrument> instruments,
            List<String> leftOut,
            String recordedBy,
            Instant recordedAt,
            String confirmedBy,
            Instant confirmedAt,
            String refusal) {

        public boolean isAwaiting() {
            return "AWAITING_CONFIRMATION".equals(status);
        }
    }

    /** An act with its number and the rule by which it was adopted. */
    public record Instrument(String type, String number, String rule) {}

    /** When and by whom it is released. */
    public record Release(
            Instant releaseAt,
            LocalDate inForce,
            String citation,
            Instant goAt,
            Hold hold,
            String overdue,
            Instant publishedAt,
            String embargoGroup) {}

    /** Somebody's stop to the release. */
    public record Hold(String account, String reason) {}

    public Optional<Entry> entry(String proposalId) {
        return entries.stream()
                .filter(one -> one.proposalId().equals(proposalId))
                .findFirst();
    }

    /** Those that change, end, renew or confirm a listing. */
    public List<Entry> aboutListings() {
        return entries.stream().filter(one -> one.listingId() != null).toList();
    }

    /** Number and name of an entry, also of one that has left; nothing where the reader doesn't see it. */
    public String called(String proposalId) {
        return entry(proposalId)
                .map(one -> one.no() + ". " + one.subject().name())
                .or(() -> left.stream()
                        .filter(one -> one.proposalId().equals(proposalId))
                        .findFirst()
                        .map(one -> one.no() + ". " + one.subject().name()))
                .orElse("");
    }

    public String nameOf(String proposalId) {
        return entry(proposalId).map(one -> one.subject().name()).orElse("");
    }

    /** Where it is shown. */
    public String page() {
        return "/packages/" + id;
    }

    public long countries() {
        return entries.stream()
                .map(one -> one.subject() == null ? null : one.subject().country())
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }
}
