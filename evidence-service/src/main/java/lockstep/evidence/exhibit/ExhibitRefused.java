package lockstep.evidence.exhibit;

import java.util.Locale;

/** Something about exhibits that was asked for and is not done; the reason is for programs, the message for people. */
public class ExhibitRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        NOT_FOUND("There is nothing here under this id."),
        NOT_PERMITTED("Only analysts of the agency that brought the exhibit may do this."),
        NOT_THE_ORIGINATOR("Only the agency that brought the exhibit learns who may read it."),
        NOT_PARTICIPATING("Your agency takes part in a proposal, not in the whole case."),
        AWAITING_CONTENT("The content of this version has not come yet."),
        CONTENT_SEALED("This version already holds other content; a correction is a new version."),
        CONTENT_CUT_OFF("The content broke off before its end; nothing of it is kept."),
        CONTENT_INFECTED("A scanner found malicious content; it is kept and never opened."),
        NOT_SCANNED_YET("The content isn't scanned yet; it is opened once it is, or by two persons' decision."),
        SCANNED("The content is scanned; there is nothing to decide."),
        NOT_OVERRIDING("Only a release officer or registrar of the originator may do this."),
        OVERRIDE_PROPOSED("This is proposed already; another person confirms it."),
        NO_OVERRIDE_PROPOSED("Nothing is proposed that could be confirmed."),
        FOUR_EYES("Another person must do this."),
        CONTENT_DAMAGED("What is stored is not what was sealed; nothing of it is served."),
        DIGEST_MISMATCH("The content does not have the declared SHA-256; nothing of it is kept."),
        CASE_FULL("Your agency may bring no more bytes into this case."),
        MARKING_WIDENED(
                "This marking lets somebody read who can't now: that is a downgrade or a release, which a release officer decides."),
        PERSONAL_DATA_CROSSES(
                "Its marking takes it across already: personal data goes there by a release with its legal basis."),
        DESCRIBED_MEANWHILE("It was described anew meanwhile; look at the latest version first."),
        EMPTY_CONTENT("The content is empty."),
        TOO_LARGE("The content is larger than one exhibit may be."),
        NO_CONTAINER("Only a ZIP or a mail (.eml, .msg) is opened into parts."),
        NESTED_TOO_DEEP("So many containers lie within each other that this one is not opened."),
        OPENING_ALREADY("It is being opened into its parts."),
        OPENED_ALREADY("It is opened, and none of its parts has failed."),
        BATCH_OF_PARTS("This batch is what a container was opened into; send files to another one."),
        PURPOSE_NEEDED("This marking asks of everybody who opens the content to say what for."),
        NOT_KEEPING("Only analysts, release officers and registrars of the originator may do this."),
        PDF_DAMAGED(
                "This PDF is damaged, so no copy that names its reader can be made; its originator can take the original."),
        PDF_ENCRYPTED(
                "This PDF is encrypted, so no copy that names its reader can be made; its originator can take the original."),
        PDF_TOO_HEAVY("This PDF asks for more than one copy may cost; its originator can take the original."),
        TRACE_UNREADABLE("No mark can be looked for in it: it is no PDF, or a damaged, encrypted or too heavy one."),
        PDFS_BUSY("Too many copies are being made just now. Try again."),
        NO_VIEWER("There is no viewer for this kind of file; it can be downloaded."),
        TOO_LARGE_TO_SHOW("This is too large to be shown on pages; it can be downloaded."),
        NOT_SHOWABLE(
                "This file is damaged, cut short or in a form that can't be shown; it can be downloaded as it is."),
        SHOWN_ENCRYPTED("This file asks for a password, so it can't be shown; it can be downloaded as it is."),
        SHOWN_TOO_HEAVY("This page asks for more than showing one may cost; the file can be downloaded as it is."),
        INTAKE_BUSY("Too much is being sent just now. Try again."),
        VIEWERS_BUSY("Too many pages are being made just now. Try again."),
        VIEWING_OVER("This look has ended. Open the exhibit again."),
        WITHDRAWN("This exhibit has been withdrawn."),
        DISPOSED("This exhibit has been disposed of; nobody can open it any more."),
        NOT_HOLDING("Only legal advisers, release officers and registrars set and lift legal holds."),
        NOT_OUR_HOLD("Only the agency that set this hold lifts it."),
        HOLD_LIFTED("This hold is lifted already."),
        NOT_DISPOSING("Only release officers and registrars of the agency that brought the exhibit dispose of it."),
        ON_LEGAL_HOLD("A legal hold stands."),
        RETAINED("It must be kept longer by a programme under which it was relied on."),
        RELIED_ON("A proposal or a listing rests on it, which you may not see."),
        DISPOSAL_PROPOSED("Its disposal is proposed already; another person confirms it."),
        NO_DISPOSAL_PROPOSED("Its disposal is not proposed."),
        POINTER("Lockstep holds no content of this: it is above the ceiling, and held elsewhere."),
        FROZEN(
                "It is frozen: nobody opens or changes it until two persons of its originator have settled what becomes of it."),
        CONTENT_SPILLED("The same content of your agency was frozen as spilled; it isn't taken in."),
        NOT_SETTLING("Only release officers and registrars of the agency that brought the exhibit do this."),
        NOT_FROZEN("It is not frozen."),
        SETTLEMENT_PROPOSED("What becomes of it is proposed already; another person confirms it."),
        NO_SETTLEMENT_PROPOSED("Nothing is proposed that could be confirmed."),
        NOT_CLEARED("With the corrected marking you could not read it yourself; somebody who could confirms it."),
        ACKNOWLEDGED("Your agency has said already what became of its copies."),
        NO_PROTECTED_SOURCE("No source of this exhibit is sealed."),
        NOT_A_HANDLER("Only those named as handlers of this source may do this."),
        HANDLER_ALREADY("This person is a handler, or is named already."),
        HANDLER_NOT_NAMED("Nobody is waiting to be confirmed under this id."),
        NOT_CONFIRMING("Another handler confirms it; while there is only one, a registrar of the originator does."),
        LAST_HANDLER("The last handler can't be taken away: nobody could name another one.");

        private final String message;

        Reason(String message) {
            this.message = message;
        }

        /** The tail of the problem's type, e.g. {@code content-sealed}. */
        public String kebab() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    public ExhibitRefused(Reason reason) {
        super(reason.message);
        this.reason = reason;
    }

    public ExhibitRefused(Reason reason, Throwable cause) {
        super(reason.message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
