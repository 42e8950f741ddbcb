package lockstep.listing.proposal;

import static lockstep.listing.proposal.Status.APPROVED;
import static lockstep.listing.proposal.Status.DECIDING;
import static lockstep.listing.proposal.Status.ESCALATED;
import static lockstep.listing.proposal.Status.PUBLISHED;
import static lockstep.listing.proposal.Status.READY;
import static lockstep.listing.proposal.Status.REJECTED;
import static lockstep.listing.proposal.Status.SCHEDULED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.auth.Role;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.programme.Kind;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.subject.SubjectText;
import lockstep.listing.subject.Subjects;

/** Builds proposals in memory; every status is reached by the verbs that lead there. */
public final class Drafts {
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    public static final Programme ANNEX_IV = Programmes.bundled().require("EU-833-IV");
    public static final Actor ANALYST = person("eeas-analyst", "EU-EEAS", Role.ANALYST);
    public static final Actor SUBMITTER = person("eeas-submitter", "EU-EEAS", Role.SUBMITTER);
    public static final Actor CHAIR = person("pres-chair", "EU-PRES", Role.CHAIR);
    public static final Actor REVIEWER = person("com-reviewer", "EU-COM", Role.REVIEWER);
    public static final Actor LAWYER = person("cls-legal", "EU-CLS", Role.LEGAL);
    public static final Actor STRANGER = person("fr-voter", "FR-REP", Role.VOTER);
    public static final Citation CUSTOMS = cite(1);
    public static final Citation REGISTRY = cite(2);

    private Drafts() {}

    public static Actor person(String account, String agency, Role... roles) {
        return TestTokens.person(account, agency, roles).actor();
    }

    private static Citation cite(long n) {
        return new Citation(new UUID(0, n), 1, "ab".repeat(32));
    }

    public static ProposalText text() {
        return text(Subjects.orlan(), "TRANSHIPMENT", List.of("IV-MIL-TECH"), reasons());
    }

    public static List<Paragraph> reasons() {
        return List.of(
                new Paragraph(Paragraph.Type.FACT, "It shipped goods.", List.of(CUSTOMS, REGISTRY), null, true),
                new Paragraph(Paragraph.Type.CONCLUSION, "So it contributes.", List.of(), "IV-MIL-TECH", false));
    }

    public static ProposalText text(
            SubjectText subject, String ground, List<String> criteria, List<Paragraph> reasons) {
        return new ProposalText(
                "EU-833-IV",
                Kind.ADD,
                new UUID(7, 7),
                0,
                subject,
                ground,
                criteria,
                reasons,
                new TreeMap<>(),
                null,
                "");
    }

    public static Proposal draft() {
        return draft(Marking.releasedTo("EU:LIMITE", List.of("EU-COUNCIL")));
    }

    public static Proposal draft(Marking marking) {
        return new Proposal(UUID.randomUUID(), new UUID(8, 8), ANNEX_IV, text(), marking, null, ANALYST, NOON);
    }

    /** Somebody with these offices who has done nothing to the revision yet. */
    static Standing standing(Actor actor, Office... offices) {
        return new Standing(actor, Set.of(offices), Set.of(), false, NOON);
    }

    static Standing having(Actor actor, Office office, Act done) {
        return new Standing(actor, Set.of(office), EnumSet.of(done), false, NOON);
    }

    /** A proposal that stands there. */
    public static Proposal at(Status status) {
        Proposal its = draft();
        switch (status) {
            case DRAFT -> {}
            case SUBMITTED -> its.submit(standing(SUBMITTER), NOON);
            case IN_REVIEW -> {
                its = at(Status.SUBMITTED);
                its.accept(standing(CHAIR, Office.CHAIR), NOON);
            }
            case LEGAL_REVIEW -> {
                its = at(Status.IN_REVIEW);
                its.endorse(standing(REVIEWER, Office.REVIEWER), ANNEX_IV, true, NOON);
            }
            case READY -> {
                its = at(Status.LEGAL_REVIEW);
                its.findSufficient(standing(LAWYER, Office.LEGAL), NOON);
            }
            case RETURNED -> {
                its = at(Status.SUBMITTED);
                its.sendBack(standing(CHAIR, Office.CHAIR), ReturnCode.LEGAL_DEFECT, "Mend it.", NOON);
            }
            case WITHDRAWN -> {
                its = at(Status.SUBMITTED);
                its.withdraw(standing(SUBMITTER), NOON);
            }
            case ON_HOLD -> {
                its = at(Status.SUBMITTED);
                its.hold(standing(CHAIR, Office.CHAIR), "talks", NOON.plusSeconds(60), NOON);
            }
            case DECIDING, ESCALATED, REJECTED, APPROVED, SCHEDULED, PUBLISHED -> its = decided(status);
        }
        return its;
    }

    private static Proposal decided(Status status) {
        Proposal its = at(READY);
        its.move(Way.OPEN_ROUND, DECIDING, NOON);
        if (status == ESCALATED || status == REJECTED) {
            its.move(Way.FAIL_STAGE, status, NOON);
        } else if (status != DECIDING) {
            its.goTo(Way.PASS_STAGE, APPROVED, its.stage(), NOON);
            if (status != APPROVED) {
                its.move(Way.SCHEDULE, SCHEDULED, NOON);
            }
            if (status == PUBLISHED) {
                its.move(Way.PUBLISH, PUBLISHED, NOON);
            }
        }
        return its;
    }
}
