package lockstep.listing.model;

import lockstep.listing.casefile.CaseRefused;
import lockstep.listing.correction.CorrectionRefused;
import lockstep.listing.decision.DecisionRefused;
import lockstep.listing.listing.ListingRefused;
import lockstep.listing.proposal.ProposalRefused;

/** The class of a refusal's reason; the model gives every one that applies, the service the first one that it finds. */
enum Why {
    /** Not there, or not to be seen by whoever asks. */
    UNKNOWN,
    STATUS,
    /** Neither of the agency, nor of the office, nor in the seat that it takes. */
    WHO,
    FOUR_EYES,
    READ_ANOTHER,
    TEXT,
    EVIDENCE,
    REPLY,
    DUPLICATE,
    ENDORSED,
    OPINION,
    LAW,
    TAKEN_UP,
    DATE,
    UNDER_REVIEW,
    UNCONFIRMED,
    ENTRY,
    KINDS,
    CONSULTATION,
    SEAT_EMPTY,
    EXHIBIT,
    QUOTATION,
    DEADLINE,
    TOO_LONG_AGO,
    REASON,
    RESERVE,
    NOTHING,
    MEDIATION,
    INSTRUMENT,
    RECORD,
    WINDOW,
    HOLD,
    PENDING,
    BOUNDS,
    EXTENDED,
    LANGUAGE,
    /** What the model's tables don't know: never right. */
    OTHER;

    static Why of(RuntimeException refused) {
        return switch (refused) {
            case ProposalRefused its -> of(its.reason());
            case DecisionRefused its -> of(its.reason());
            case CaseRefused its -> of(its.reason());
            case CorrectionRefused its -> of(its.reason());
            case ListingRefused its -> of(its.reason());
            default -> throw refused;
        };
    }

    private static Why of(CorrectionRefused.Reason reason) {
        return switch (reason) {
            case UNKNOWN_CORRECTION, RECUSED -> UNKNOWN;
            case NOTHING_DECIDED, NOT_IN_THIS_STATUS -> STATUS;
            case NOTHING_PRINTED -> KINDS;
            case NO_OFFICE, NOT_CORRECTING, NOT_MAKING_AGENCY, NO_SEAT -> WHO;
            case FOUR_EYES -> FOUR_EYES;
            case CORRECTION_PENDING -> PENDING;
            case PERIOD_OVER -> DEADLINE;
            case STALE_TEXT -> READ_ANOTHER;
            case OUT_OF_BOUNDS -> BOUNDS;
        };
    }

    private static Why of(ListingRefused.Reason reason) {
        return switch (reason) {
            case UNKNOWN_LISTING -> UNKNOWN;
            case NO_OFFICE -> WHO;
            case NOTHING_TO_EXTEND -> STATUS;
            case EXTENDED_ALREADY -> EXTENDED;
            case NO_EXTENSION_TO_CONFIRM -> NOTHING;
            case FOUR_EYES -> FOUR_EYES;
            case DATE_IN_FUTURE, BEFORE_THE_LISTING -> DATE;
        };
    }

    private static Why of(CaseRefused.Reason reason) {
        return switch (reason) {
            case UNKNOWN_CASE, UNKNOWN_SUBJECT, UNKNOWN_AGENCY, ALREADY_RECUSED -> UNKNOWN;
            case NOT_THE_CREATOR, NOT_TAKING_PART, ALREADY_TAKES_PART, CREATOR_STAYS -> WHO;
            case SUBJECT_UNDER_REVIEW -> UNDER_REVIEW;
            case MATERIAL_CHANGE_UNCONFIRMED -> UNCONFIRMED;
            default -> OTHER;
        };
    }

    private static Why of(ProposalRefused.Reason reason) {
        return switch (reason) {
            case UNKNOWN_PROPOSAL, UNKNOWN_PROGRAMME, UNKNOWN_SUBJECT, NO_PART_IN_THE_CASE -> UNKNOWN;
            case PROGRAMME_NOT_OPEN_TO_AGENCY, NOT_PROPOSING_AGENCY, NO_OFFICE, ENDORSEMENT_NOT_OF_THIS_AGENCY -> WHO;
            case NOT_IN_THIS_STATUS -> STATUS;
            case STALE_REVISION -> READ_ANOTHER;
            case SUBJECT_CHANGED, INCOMPLETE -> TEXT;
            case EVIDENCE_TOO_THIN, NOT_OPEN_TO_REVIEW -> EVIDENCE;
            case NEW_REVISION_OR_REPLY_NEEDED -> REPLY;
            case DUPLICATES_NOT_JUDGED, DUPLICATE_OF_OPEN_PROPOSAL, CONFIRMED_BY_ANOTHER -> DUPLICATE;
            case FOUR_EYES -> FOUR_EYES;
            case RECUSED -> UNKNOWN;
            case ALREADY_ENDORSED -> ENDORSED;
            case NO_CONSULTATION_ASKED -> CONSULTATION;
            case OPINION_INCOMPLETE -> OPINION;
            case UNKNOWN_CODE -> TEXT;
            case ALREADY_LAW -> LAW;
            case TAKEN_UP_ALREADY -> TAKEN_UP;
            case IN_THE_PAST, NOT_YET -> DATE;
            case SUBJECT_UNDER_REVIEW -> UNDER_REVIEW;
            case MATERIAL_CHANGE_UNCONFIRMED -> UNCONFIRMED;
            case NO_OTHER_LANGUAGE -> KINDS;
            case LANGUAGE_NOT_ASKED -> LANGUAGE;
            case PARAGRAPHS_DIFFER -> TEXT;
            case NOTHING_TO_CONFIRM, NOTHING_TO_RENEW -> NOTHING;
            default -> OTHER;
        };
    }

    private static Why of(DecisionRefused.Reason reason) {
        return switch (reason) {
            case UNKNOWN_PACKAGE, UNKNOWN_ROUND, UNKNOWN_RECORD, UNKNOWN_PROGRAMME, RECUSED -> UNKNOWN;
            case UNKNOWN_ENTRY,
                    UNKNOWN_EXHIBIT,
                    NOT_READY,
                    IN_ANOTHER_PACKAGE,
                    OTHER_STAGE,
                    LISTING_TWICE,
                    OTHER_PROGRAMME,
                    EMPTY_PACKAGE,
                    NOTHING_TO_CARVE_OUT -> ENTRY;
            case NOT_IN_THIS_STATUS,
                    ROUND_IS_LIVE,
                    ROUND_CLOSED,
                    STAGE_IS_RECORDED,
                    STAGE_IS_VOTED,
                    NOTHING_TO_ESCALATE -> STATUS;
            case NO_OFFICE, NO_SEAT, NOT_OUTVOTED -> WHO;
            case KINDS_DONT_GO_TOGETHER -> KINDS;
            case SEAT_WITHOUT_HOLDER -> SEAT_EMPTY;
            case CONSULTATION_MISSING -> CONSULTATION;
            case EXHIBIT_NOT_OPEN -> EXHIBIT;
            case EXHIBIT_NOT_RELEASED -> QUOTATION;
            case DEADLINE, BEFORE_RESERVE -> DEADLINE;
            case STALE_PACKAGE -> READ_ANOTHER;
            case STAGE_PASSED_TOO_LONG_AGO -> TOO_LONG_AGO;
            case FOUR_EYES -> FOUR_EYES;
            case REASON_NEEDED -> REASON;
            case NO_RESERVE_HERE, RESERVE_NOT_RENEWED, RESERVE_DATE -> RESERVE;
            case NOTHING_TO_LIFT -> NOTHING;
            case MEDIATION_NOTE_MISSING -> MEDIATION;
            case INSTRUMENT -> INSTRUMENT;
            case NOTHING_ADOPTED -> NOTHING;
            case DATE_IN_FUTURE, RELEASE_IN_THE_PAST -> DATE;
            case RECORD_IS_OPEN, NOT_AWAITING_CONFIRMATION -> RECORD;
            case WINDOW_IS_OPEN -> WINDOW;
            case ENTRY_INCOMPLETE, NUMBER_TWICE -> TEXT;
            case LANGUAGE_VERSION_MISSING -> LANGUAGE;
            case ON_HOLD, NOT_ON_HOLD, HOLD_OF_ANOTHER -> HOLD;
            default -> OTHER;
        };
    }
}
