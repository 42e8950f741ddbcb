package lockstep.listing.notice;

import java.util.List;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Span;

/**
 * Of what people are told, when, and who: one row for each kind of thing that waits with a due time. The database's view
 * {@code deadlines_KIND} says what waits; a kind that comes later brings such a view and a row here.
 */
enum Reminding {
    VOTE("vote", true, List.of(), Lead.DAY, Lead.HOURS),
    /** The clock of a stopped round stands still; only that the chair has to mediate is told. */
    MEDIATE("mediate", true, List.of(Office.CHAIR)),
    RESTORE_ACCESS("restore-access", true, List.of(Office.CHAIR), Lead.DAY, Lead.HOURS),
    ESCALATE("escalate", true, List.of(), Lead.DAY, Lead.HOURS),
    /** A reminder only: nothing happens to a proposal whose hold should have been looked at (way ON_HOLD). */
    REVIEW_HOLD("review-hold", false, List.of(Office.CHAIR), Lead.PASSED),
    PUBLISH_WATCH("publish-watch", true, List.of(Office.PUBLISHER)),
    /** Held, or without a GO for the instant that counts: it is told before T, and at T when it has been kept back. */
    FREE_RELEASE("free-release", false, List.of(Office.PUBLISHER, Office.CHAIR), Lead.DAY, Lead.HOURS, Lead.PASSED),
    GIVE_GO("give-go", false, List.of(Office.PUBLISHER, Office.CHAIR), Lead.DAY, Lead.HOURS, Lead.PASSED),
    CORRECTION_SEE("correction-see", true, List.of(), Lead.DAY, Lead.HOURS),
    JOIN_EMBARGO("join-embargo", false, List.of(Office.PUBLISHER, Office.CHAIR), Lead.DAY, Lead.HOURS),
    /** Warned as the programme says, e.g. on days 28, 42 and 49 of 56 (Sanctions and Anti-Money Laundering Act 2018, s. 11). */
    CONFIRM_IN_TIME("confirm-in-time", false, List.of(Office.CHAIR, Office.LEGAL, Office.SECRETARIAT)) {
        @Override
        List<Lead> leads(Programme programme) {
            return programme.urgent() == null ? List.of() : Lead.warnings(programme.urgent(), programme.zone());
        }
    },
    /** The whole list ends unless it is renewed; warned as the programme says. */
    RENEW_IN_TIME("renew-in-time", false, List.of(Office.CHAIR, Office.REVIEWER, Office.SECRETARIAT)) {
        @Override
        List<Lead> leads(Programme programme) {
            return Lead.each(programme.review().warnBefore(), programme.zone());
        }
    },
    /** Adopted, but not released in time: it holds entries whose term is over, and nothing says so in print. */
    RELEASE_RENEWAL(
            "release-renewal", false, List.of(Office.PUBLISHER, Office.CHAIR), Lead.DAY, Lead.HOURS, Lead.PASSED);

    private final String kind;
    private final boolean atOnce;
    private final List<Office> offices;
    private final List<Lead> leads;

    Reminding(String kind, boolean atOnce, List<Office> offices, Span... leads) {
        this.kind = kind;
        this.atOnce = atOnce;
        this.offices = offices;
        this.leads = Lead.inHours(leads);
    }

    /** As the inbox has it. */
    String kind() {
        return kind;
    }

    /** True if it is told also in the moment in which it begins to wait. */
    boolean atOnce() {
        return atOnce;
    }

    /** Who is told where the view names no seats, as appointments write it. */
    List<String> offices() {
        return offices.stream().map(office -> office.name().toLowerCase()).toList();
    }

    /** Those that hold in every programme, the longest first. */
    List<Lead> leads() {
        return leads;
    }

    /** Those that a programme sets itself. */
    List<Lead> leads(Programme programme) {
        return List.of();
    }
}
