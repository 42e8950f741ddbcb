package lockstep.listing.model;

import java.util.Set;
import java.util.TreeSet;

/**
 * The rows of DOMAIN §4's three tables, each as {@code from event to}. Not among them, because no programme of today comes
 * there: a recorded stage that is followed by another, and what befalls SCHEDULED or, but for the committee's window,
 * APPROVED before it is law (material change, stale, withdrawal), since every last stage adopts.
 */
final class Reachable {
    private static final String PROPOSAL = """
        - create DRAFT
        DRAFT,RETURNED amend =
        DRAFT,RETURNED submit SUBMITTED
        SUBMITTED accept IN_REVIEW
        SUBMITTED,IN_REVIEW,LEGAL_REVIEW,READY return RETURNED
        IN_REVIEW endorse IN_REVIEW,LEGAL_REVIEW
        LEGAL_REVIEW findSufficient READY
        READY roundOpened DECIDING
        DECIDING roundCancelled READY
        DECIDING carvedOut RETURNED
        DECIDING stagePassed READY,APPROVED
        DECIDING stageFailed ESCALATED,REJECTED
        READY record READY
        READY refuseRecord READY
        READY recordAdopted APPROVED
        READY notAdopted REJECTED
        READY leftOut RETURNED
        ESCALATED,APPROVED escalate READY
        ESCALATED lapse REJECTED
        APPROVED schedule SCHEDULED
        SCHEDULED unschedule APPROVED
        SCHEDULED publish PUBLISHED
        READY,DECIDING,APPROVED materialChange RETURNED
        READY stale READY
        SUBMITTED,IN_REVIEW,LEGAL_REVIEW,READY,DECIDING,ESCALATED hold ON_HOLD
        ON_HOLD resume SUBMITTED,IN_REVIEW,LEGAL_REVIEW,READY,ESCALATED
        DRAFT,SUBMITTED,IN_REVIEW,LEGAL_REVIEW,READY,DECIDING,ESCALATED,APPROVED,RETURNED,ON_HOLD withdraw WITHDRAWN
        REJECTED,WITHDRAWN resubmit DRAFT
        """;
    private static final String PACKAGE = """
        - form FORMING
        FORMING add FORMING
        FORMING remove FORMING,DISSOLVED
        FORMING,CLOSED openRound CLOSED
        FORMING,CLOSED record CLOSED
        CLOSED stagePassed CLOSED,ADOPTED
        CLOSED recordAdopted ADOPTED
        CLOSED notAdopted DISSOLVED
        CLOSED stageFailed CLOSED,DISSOLVED
        CLOSED carvedOut CLOSED,DISSOLVED
        CLOSED leftOut CLOSED,DISSOLVED
        FORMING,CLOSED held DISSOLVED
        FORMING,CLOSED withdrawn DISSOLVED
        CLOSED,ADOPTED escalate CLOSED
        CLOSED lapse DISSOLVED
        ADOPTED windowOver ADOPTED
        ADOPTED schedule SCHEDULED
        SCHEDULED unschedule ADOPTED
        SCHEDULED keptBack SCHEDULED
        SCHEDULED publish PUBLISHED
        FORMING stale FORMING
        CLOSED stale CLOSED
        """;
    private static final String ROUND = """
        - open OPEN
        OPEN,STOPPED vote APPROVE,ABSTAIN,OBJECT,RESERVE
        OPEN objection STOPPED
        STOPPED anotherVote OPEN
        STOPPED lift OPEN,STOPPED
        STOPPED carveOut OPEN,STOPPED,CANCELLED
        STOPPED closeFailed FAILED
        OPEN moveDeadline OPEN
        OPEN allSpoke PASSED,FAILED
        OPEN deadline PASSED,FAILED
        OPEN,STOPPED cancel:chair CANCELLED
        OPEN,STOPPED cancel:held CANCELLED
        OPEN,STOPPED cancel:withdrawn CANCELLED
        OPEN cancel:materialChange CANCELLED
        """;

    private Reachable() {}

    static Set<String> rows() {
        Set<String> rows = new TreeSet<>();
        read(rows, "proposal", PROPOSAL);
        read(rows, "package", PACKAGE);
        read(rows, "round", ROUND);
        return rows;
    }

    private static void read(Set<String> rows, String of, String table) {
        table.lines().forEach(line -> {
            String[] row = line.split(" ");
            for (String from : row[0].split(",")) {
                for (String to : row[2].split(",")) {
                    rows.add(of + " " + from + " " + row[1] + " " + (to.equals("=") ? from : to));
                }
            }
        });
    }
}
