package lockstep.evidence.exhibit.web;

import jakarta.ws.rs.ext.Provider;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.kit.web.RefusalMapper;

/** How refusals about exhibits are answered. */
@Provider
public class ExhibitRefusals extends RefusalMapper<ExhibitRefused> {

    @Override
    protected int status(ExhibitRefused refused) {
        return switch (refused.reason()) {
            case NOT_FOUND -> 404;
            case NOT_PERMITTED,
                    NOT_THE_ORIGINATOR,
                    NOT_PARTICIPATING,
                    NOT_OVERRIDING,
                    NOT_KEEPING,
                    NOT_HOLDING,
                    NOT_OUR_HOLD,
                    NOT_DISPOSING,
                    NOT_SETTLING,
                    NOT_CLEARED,
                    NOT_A_HANDLER,
                    NOT_CONFIRMING -> 403;
            case AWAITING_CONTENT,
                    CONTENT_SEALED,
                    MARKING_WIDENED,
                    PERSONAL_DATA_CROSSES,
                    DESCRIBED_MEANWHILE,
                    WITHDRAWN,
                    CONTENT_INFECTED,
                    NOT_SCANNED_YET,
                    SCANNED,
                    OVERRIDE_PROPOSED,
                    NO_OVERRIDE_PROPOSED,
                    FOUR_EYES,
                    OPENING_ALREADY,
                    OPENED_ALREADY,
                    BATCH_OF_PARTS,
                    DISPOSED,
                    HOLD_LIFTED,
                    ON_LEGAL_HOLD,
                    RETAINED,
                    RELIED_ON,
                    DISPOSAL_PROPOSED,
                    NO_DISPOSAL_PROPOSED,
                    POINTER,
                    FROZEN,
                    CONTENT_SPILLED,
                    NOT_FROZEN,
                    SETTLEMENT_PROPOSED,
                    NO_SETTLEMENT_PROPOSED,
                    ACKNOWLEDGED,
                    NO_PROTECTED_SOURCE,
                    HANDLER_ALREADY,
                    HANDLER_NOT_NAMED,
                    LAST_HANDLER -> 409;
            case PDF_DAMAGED, PDF_ENCRYPTED, PDF_TOO_HEAVY, TRACE_UNREADABLE -> 409;
            case NO_VIEWER, TOO_LARGE_TO_SHOW, NOT_SHOWABLE, SHOWN_ENCRYPTED, SHOWN_TOO_HEAVY, VIEWING_OVER -> 409;
            case PDFS_BUSY, VIEWERS_BUSY, INTAKE_BUSY -> 503;
            case CONTENT_CUT_OFF -> 400;
            case PURPOSE_NEEDED, DIGEST_MISMATCH, EMPTY_CONTENT, NO_CONTAINER, NESTED_TOO_DEEP -> 422;
            case CASE_FULL, TOO_LARGE -> 413;
            case CONTENT_DAMAGED -> 500;
        };
    }

    @Override
    protected String reason(ExhibitRefused refused) {
        return refused.reason().kebab();
    }
}
