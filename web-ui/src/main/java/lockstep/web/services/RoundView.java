package lockstep.web.services;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One round over a package at one stage: its seats, their votes, its clock. */
public record RoundView(
        String id,
        long version,
        String packageId,
        String packageNumber,
        String programme,
        String stage,
        String rule,
        boolean silence,
        String status,
        Instant openedAt,
        Instant deadline,
        String zone,
        String packageHash,
        List<String> entries,
        List<Seat> electorate,
        Tally tally,
        List<Note> notes,
        List<DeadlineMove> deadlineMoves,
        String outcomeReason,
        String mySeat,
        StandsFor myStandsFor,
        List<AllowedAction> allowedActions) {

    /** One seat and what it has said; earlier votes stay visible. */
    public record Seat(
            String seat,
            String agency,
            boolean holder,
            Vote vote,
            List<Vote> earlier,
            Reserve reserve,
            AbsenceView absent,
            List<Closed> cannotOpen) {

        private Seat naming(Map<Closed, String> titles) {
            return cannotOpen == null
                    ? this
                    : new Seat(
                            seat,
                            agency,
                            holder,
                            vote,
                            earlier,
                            reserve,
                            absent,
                            cannotOpen.stream()
                                    .map(one -> new Closed(one.exhibitId(), one.version(), titles.get(one)))
                                    .toList());
        }

        /** A class of the stylesheet. */
        public String tone() {
            return switch (choice()) {
                case "APPROVE", "SILENT_CONSENT" -> "yes";
                case "OBJECT" -> "no";
                case "ABSTAIN", "RESERVE" -> "hold";
                default -> "";
            };
        }

        /** A seat whose vote a carve-out has overtaken is asked anew; it isn't one that never spoke. */
        public String choice() {
            if (vote == null || vote.choice() == null) {
                return !earlier.isEmpty() && earlier.getLast().isOvertaken() ? "OVERTAKEN" : "NONE";
            }
            return vote.choice();
        }
    }

    /** A version that a seat can no longer open, and on which it hasn't spoken; {@code title} null: not told to the reader. */
    public record Closed(String exhibitId, int version, String title) {}

    /** What became of a scrutiny reserve: it lapses at its date unless it became an objection. */
    public record Reserve(Instant at, Instant until, String state) {}

    /** For whom an alternate speaks, and why the holder doesn't; no account where the seat has no holder. */
    public record StandsFor(String account, String why) {}

    /** One seat's vote. */
    public record Vote(
            String choice,
            List<String> entries,
            Instant at,
            Person person,
            StandsFor standsFor,
            boolean live,
            String reason,
            String superseded,
            String lifted) {

        /** True if it was said of a package that has another content since an entry was carved out. */
        public boolean isOvertaken() {
            return "carved out".equals(superseded);
        }
    }

    /** How many said what. */
    public record Tally(int approve, int abstain, int object, int reserve, int silentConsent, int silent) {}

    /** A note of mediation. */
    public record Note(String account, Instant at, String text) {}

    /** A deadline that was moved, and why; {@code account} empty where the procedure itself moved it. */
    public record DeadlineMove(Instant from, Instant to, String reason, String account, Instant at) {}

    /** With the titles of what seats can't open. */
    public RoundView naming(Map<Closed, String> titles) {
        return new RoundView(
                id,
                version,
                packageId,
                packageNumber,
                programme,
                stage,
                rule,
                silence,
                status,
                openedAt,
                deadline,
                zone,
                packageHash,
                entries,
                electorate.stream().map(seat -> seat.naming(titles)).toList(),
                tally,
                notes,
                deadlineMoves,
                outcomeReason,
                mySeat,
                myStandsFor,
                allowedActions);
    }

    public Optional<Seat> seat(String code) {
        return electorate.stream().filter(one -> one.seat().equals(code)).findFirst();
    }

    /** The seats that lost their access to an exhibit, as far as the reader is told. */
    public List<Seat> getClosedSeats() {
        return electorate.stream()
                .filter(seat -> seat.cannotOpen() != null && !seat.cannotOpen().isEmpty())
                .toList();
    }

    /** The seats that have said something, and those without a holder or whose holder is away. */
    public List<Seat> getSpoken() {
        return electorate.stream()
                .filter(seat ->
                        seat.vote() != null || !seat.earlier().isEmpty() || !seat.holder() || seat.absent() != null)
                .toList();
    }

    public boolean isLive() {
        return "OPEN".equals(status) || "STOPPED".equals(status);
    }

    public boolean can(String action) {
        return allowedActions.stream().anyMatch(one -> one.action().equals(action) && one.allowed());
    }
}
