package lockstep.listing.proposal.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.kit.web.MarkingInput;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.programme.Kind;
import lockstep.listing.proposal.Judgement;
import lockstep.listing.proposal.ListedTarget;
import lockstep.listing.proposal.LostEvidence;
import lockstep.listing.proposal.Paragraph;
import lockstep.listing.proposal.ProposalRefused.Missing;
import lockstep.listing.subject.SubjectText;

/** What requests and answers about proposals carry. */
final class ProposalBodies {
    private ProposalBodies() {}

    record CiteInput(UUID exhibitId, Integer version) {}

    record ParagraphInput(
            Paragraph.Type type, String text, List<CiteInput> cites, String criterion, Boolean selfSufficient) {}

    record TextInput(
            String programme,
            Kind kind,
            UUID subjectId,
            String ground,
            List<String> criteria,
            List<ParagraphInput> reasons,
            Map<String, String> terms,
            UUID listingId,
            String note,
            MarkingInput marking) {}

    record Submission(Integer revisionRead, String reply) {}

    record Acceptance(Integer revisionRead, List<Judgement> judgements) {}

    record Return(Integer revisionRead, String code, String text) {}

    record Note(Integer revisionRead, String note) {}

    record OpinionInput(
            Integer revisionRead, String standard, String criterion, String proportionality, String disclosability) {}

    record Consultation(Integer revisionRead, String agency, LocalDate on, String person, String outcome) {}

    record Hold(String reason, Instant reviewBy) {}

    record Why(String reason) {}

    record WhatChanged(String whatChanged) {}

    record Person(String sub, String account, String agency) {}

    record CiteView(UUID exhibitId, int version, String sha256, String title, String relianceUse) {}

    record ParagraphView(
            Paragraph.Type type, String text, List<CiteView> cites, String criterion, boolean selfSufficient) {}

    record TextView(
            String programme,
            Kind kind,
            UUID subjectId,
            SubjectText subject,
            String ground,
            List<String> criteria,
            List<ParagraphView> reasons,
            Map<String, String> terms,
            UUID listingId,
            String note) {}

    record EndorsementView(
            Person person, String agency, int revision, Instant at, String note, boolean advisory, boolean live) {}

    /** {@code points} is the opinion's four named points. */
    record OpinionView(
            Person person,
            int revision,
            Instant at,
            boolean live,
            @JsonRawValue String points) {}

    /** {@code said}: agency, day, function of whoever answered, outcome. */
    record ConsultationView(
            Person person,
            int revision,
            Instant at,
            boolean live,
            @JsonRawValue String said) {}

    record JudgementView(
            Person person,
            int revision,
            Instant at,
            @JsonRawValue String judgements) {}

    record Checked(String guard, boolean met, List<Missing> reasons) {}

    record RevisionRow(int n, Instant at, String author, String contentHash, Instant submittedAt) {}

    /** {@code neutral}: the reader is outside the audience, and the text is the neutral phrase. */
    record ReturnView(String code, String text, boolean neutral, Audience audience) {}

    record ProposalView(
            UUID id,
            long version,
            UUID caseId,
            String programme,
            Kind kind,
            String status,
            String stage,
            String proposingAgency,
            String heldFrom,
            String heldReason,
            Instant reviewBy,
            ReturnView returned,
            int revision,
            String contentHash,
            String exhibitSetHash,
            Marking marking,
            TextView text,
            Person author,
            Person submitter,
            List<EndorsementView> endorsements,
            List<ConsultationView> consultations,
            List<String> toConsult,
            OpinionView opinion,
            List<JudgementView> judgements,
            UUID packageId,
            UUID roundId,
            UUID supersedes,
            UUID takenUpBy,
            UUID listingId,
            ListedTarget.Named listing,
            Instant changedAt,
            Instant acceptedAt,
            List<Checked> checklist,
            List<RevisionRow> revisions,
            List<LostEvidence.Flag> evidenceLost,
            List<Allowed> allowedActions) {}
}
