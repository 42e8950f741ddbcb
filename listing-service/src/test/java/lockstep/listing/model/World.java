package lockstep.listing.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is the case in one history: proposals, packages with their rounds and records, listings, the clock. */
final class World {
    static final int SUBJECTS_PER_CASE = 3;

    final Procedure procedure;
    final List<Person> people;
    final Rows rows;
    final List<Draft> proposals = new ArrayList<>();
    final List<Bundle> packages = new ArrayList<>();
    final List<Correction> corrections = new ArrayList<>();
    final Map<Integer, Integer> subjectVersions = new HashMap<>();
    /** Accounts recused, by case. */
    final Map<Integer, Set<String>> recused = new HashMap<>();

    Instant now;

    World(Procedure procedure, Instant start, Rows rows) {
        this.procedure = procedure;
        this.people = Person.of(procedure);
        this.rows = rows;
        this.now = start;
    }

    /** A proposal. */
    static final class Draft {
        int no;
        int subject;
        int caseNo;
        String kind;
        String agency;
        String status = "DRAFT";
        String stage;
        int revision = 1;
        int submitted;
        int returned;
        boolean incomplete;
        boolean thin;
        boolean approvedOnce;
        /** A newer draft goes on in its place. */
        boolean takenUp;
        /** What was left of the window for escalation when it was held in it. */
        Duration windowLeft;

        Bundle windowOf;

        int subjectVersion;
        Draft target;
        boolean urgent;
        /** Its listing was ended, by whom it was succeeded if by anybody, in whose place it stands. */
        boolean listed;

        boolean ended;
        Draft successor;
        Draft amends;
        /** Of an urgent listing: when it ends by itself, and what gives it more time, once. */
        Instant lapses;

        /** When it ends unless its whole list is renewed. */
        Instant expires;

        Extension extension;
        Instant accepted;
        Instant passed;
        Instant law;
        Bundle in;
        /** Seats of the last round that passed it; none where only records were made. */
        Set<String> electorate = Set.of();

        String heldFrom;
        final Map<Integer, Map<String, Set<String>>> acts = new HashMap<>();
        final Map<Integer, Set<String>> endorsements = new HashMap<>();
        final Map<Integer, Set<String>> consulted = new HashMap<>();
        /** By revision, then language: what was written last. */
        final Map<Integer, Map<String, Wording>> wordings = new HashMap<>();

        void did(Person who, String act) {
            did(who.account(), act);
        }

        void did(String account, String act) {
            acts.computeIfAbsent(revision, _ -> new HashMap<>())
                    .computeIfAbsent(account, _ -> new HashSet<>())
                    .add(act);
        }

        boolean terminal() {
            return Set.of("PUBLISHED", "REJECTED", "WITHDRAWN").contains(status);
        }

        boolean open() {
            return !Set.of("DRAFT", "PUBLISHED", "REJECTED", "WITHDRAWN").contains(status);
        }

        /** What the revision that stands says in each other language. */
        Map<String, Wording> wordings() {
            return wordings.getOrDefault(revision, Map.of());
        }

        /** An urgent listing that has not ended and is not confirmed yet. */
        boolean lapsing(Instant now) {
            return listed && !ended && lapses != null && lapses.isAfter(now);
        }

        /** Its own, or that of what it stands in the place of. */
        Extension extension() {
            return extension != null || amends == null ? extension : amends.extension();
        }

        /** The listing in its place, which may have been amended since. */
        Draft last() {
            return successor == null ? this : successor.last();
        }

        /** Dropped, confirmed, or renewed with the text that is listed: number and date of the listing stand. */
        boolean printsNothingAnew() {
            return kind.equals("REMOVE")
                    || kind.equals("CONFIRM")
                    || kind.equals("RENEW") && subjectVersion == target.subjectVersion;
        }

        boolean isLaw(Instant now) {
            return law != null && !law.isAfter(now);
        }

        @Override
        public String toString() {
            return no + "";
        }
    }

    /** A text in another language, written by one person, confirmed by another. */
    static final class Wording {
        int n;
        boolean otherWords;
        String by;
        String confirmedBy;

        String status() {
            return confirmedBy == null ? "WRITTEN" : "CONFIRMED";
        }
    }

    /** Recorded by one person, confirmed by another; then the job gives the time. */
    static final class Extension {
        String by;
        boolean confirmed;
        boolean applied;
    }

    /** A package. */
    static final class Bundle {
        int no;
        String status = "FORMING";
        String stage;
        final List<Draft> entries = new ArrayList<>();
        /** Each that ever was an entry, in the revision in which it entered last. */
        final Map<Draft, Integer> ever = new LinkedHashMap<>();

        Set<String> content = new TreeSet<>();
        Instant passed;
        Instant windowEnds;
        Set<String> outvoted = new TreeSet<>();
        Instant releaseAt;
        boolean go;
        String heldBy;
        boolean overdue;
        boolean adoptedOnce;
        Ballot round;
        final List<Minutes> records = new ArrayList<>();
        /** Exhibits, named by their case, that a seat decides without. */
        final Map<String, Set<Integer>> waived = new HashMap<>();

        boolean open() {
            return !Set.of("PUBLISHED", "DISSOLVED").contains(status);
        }

        boolean roundLive() {
            return round != null && round.live();
        }

        Minutes awaiting() {
            return records.stream()
                    .filter(its -> its.status.equals("AWAITING"))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** A round. */
    static final class Ballot {
        String stage;
        String rule;
        boolean silence;
        String status = "OPEN";
        Instant opened;
        /** Null after the clock began anew: the model leaves it to the service, within the bounds of G8. */
        Instant deadline;

        Instant before;
        Set<String> content;
        final Map<String, String> seats = new TreeMap<>();
        final Map<String, Said> votes = new TreeMap<>();
        final Set<String> reserved = new HashSet<>();
        final Map<Draft, Integer> decides = new LinkedHashMap<>();
        int notes;

        boolean live() {
            return status.equals("OPEN") || status.equals("STOPPED");
        }
    }

    /** A seat's live vote. */
    record Said(String account, String choice, Set<Integer> entries, Instant until) {}

    /** A record of a decision that was taken elsewhere. */
    static final class Minutes {
        String stage;
        String status = "AWAITING";
        String by;
        String confirmedBy;
        boolean adopted;
        Set<Integer> leftOut = new TreeSet<>();
        Set<String> content;
    }

    /** A formal correction. */
    static final class Correction {
        Draft of;
        Bundle in;
        Person by;
        String field;
        String status = "PROPOSED";
        Set<String> electorate = Set.of();
        Instant ends;

        boolean pending() {
            return Set.of("PROPOSED", "TACIT").contains(status);
        }
    }

    Correction correction(int no) {
        return no < 1 || no > corrections.size() ? null : corrections.get(no - 1);
    }

    Draft proposal(int no) {
        return no < 1 || no > proposals.size() ? null : proposals.get(no - 1);
    }

    Bundle bundle(int no) {
        return no < 1 || no > packages.size() ? null : packages.get(no - 1);
    }

    int caseOf(int subject) {
        return (subject - 1) / SUBJECTS_PER_CASE + 1;
    }

    int subjects() {
        return procedure.proposers().size() * SUBJECTS_PER_CASE;
    }

    String agencyOf(int caseNo) {
        return procedure.proposers().get(caseNo - 1);
    }

    boolean recused(Person who, int caseNo) {
        return recused.getOrDefault(caseNo, Set.of()).contains(who.account());
    }

    /** Who takes part in the whole case sees it; the others once a proposal in it was submitted to them. */
    boolean seesCase(Person who, int caseNo) {
        boolean party = proposals.stream()
                .anyMatch(its ->
                        its.caseNo == caseNo && its.submitted > 0 && procedure.party(who.agency(), its.approvedOnce));
        return !recused(who, caseNo) && (who.agency().equals(agencyOf(caseNo)) || party);
    }

    boolean sees(Person who, Draft its) {
        boolean party = its.submitted > 0 && procedure.party(who.agency(), its.approvedOnce);
        return !recused(who, its.caseNo) && (who.agency().equals(agencyOf(its.caseNo)) || party);
    }

    /** G5: recusal from one entry is recusal from the package. */
    boolean sees(Person who, Bundle its) {
        var read = its.entries.isEmpty() ? its.ever.keySet() : its.entries;
        boolean chairs = procedure.offices().get("chair").contains(who.agency());
        return (chairs || procedure.party(who.agency(), its.adoptedOnce))
                && read.stream().noneMatch(entry -> recused(who, entry.caseNo));
    }

    /** G4: author or submitter of this revision, or earlier approver of it; the same again where each stage asks. */
    boolean fourEyes(String act, Person who, Draft its) {
        Set<String> done = done(who, its);
        if (act.equals("SUBMIT")) {
            return done.contains("AUTHOR");
        }
        Set<String> approving = Set.of(
                "ENDORSE", "FIND_SUFFICIENT", "VOTE", "RECORD", "CONFIRM_RECORD", "SCHEDULE", "CONFIRM_CORRECTION");
        // Each body votes, a record or release is made anew, and the same lawyer finds text and corrections in order.
        Set<String> again =
                switch (act) {
                    case "VOTE", "RECORD", "SCHEDULE" -> Set.of(act);
                    case "CONFIRM_CORRECTION" -> Set.of(act, "FIND_SUFFICIENT");
                    default -> Set.of();
                };
        boolean approved = approving.contains(act)
                && done.stream().anyMatch(earlier -> approving.contains(earlier) && !again.contains(earlier));
        return done.contains("AUTHOR") || done.contains("SUBMIT") || approved;
    }

    private Set<String> done(Person who, Draft its) {
        Set<String> done =
                new HashSet<>(its.acts.getOrDefault(its.revision, Map.of()).getOrDefault(who.account(), Set.of()));
        for (Bundle pack : packages) {
            if (!Integer.valueOf(its.revision).equals(pack.ever.get(its))) {
                continue;
            }
            for (Minutes record : pack.records) {
                if (!record.status.equals("REFUSED") && who.account().equals(record.by)) {
                    done.add("RECORD");
                }
                if (!record.status.equals("REFUSED") && who.account().equals(record.confirmedBy)) {
                    done.add("CONFIRM_RECORD");
                }
            }
        }
        return done;
    }

    boolean fourEyes(String act, Person who, Bundle its) {
        return its.entries.stream().anyMatch(entry -> fourEyes(act, who, entry));
    }

    /** What was decided of it no longer stands. */
    void undone(Draft its) {
        its.passed = null;
        its.law = null;
        its.electorate = Set.of();
        lapse(its);
    }

    /** A correction falls with what it corrects: also where the entry only leaves its package. */
    void lapse(Draft its) {
        corrections.stream()
                .filter(one -> one.of == its && (one.pending() || one.status.equals("TAKEN_IN")))
                .forEach(one -> move(one, "lapse", "LAPSED"));
    }

    /** One step of a proposal along its way. */
    void move(Draft its, String word, String to) {
        rows.taken("proposal " + its.status + " " + word + " " + to);
        its.status = to;
    }

    void move(Bundle its, String word, String to) {
        rows.taken("package " + its.status + " " + word + " " + to);
        its.status = to;
    }

    void move(Correction its, String word, String to) {
        rows.taken("correction " + its.status + " " + word + " " + to);
        its.status = to;
    }

    void move(Ballot its, String word, String to) {
        rows.taken("round " + its.status + " " + word + " " + to);
        its.status = to;
    }
}
