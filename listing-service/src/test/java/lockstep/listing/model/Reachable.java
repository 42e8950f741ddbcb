package lockstep.listing.model;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a programme's law makes possible: rows of DOMAIN §4's three tables, of a correction, of an urgent listing and of a
 * text in another language, each as {@code from event to}, and guards that alone can refuse an attempt; behind a bar what
 * the programme must have for it.
 *
 * <p>The service has more, which no history comes to. As every last stage adopts, no programme of today has a recorded stage
 * that is followed by another, nor anything that befalls SCHEDULED (or, but for the window of the committee, APPROVED) before
 * it is law: material change, stale, withdrawal. Histories know one kind of material change, a revised subject, because
 * exhibits lie with a peer that is not there. They have embargo groups of one package, GO and HOLD included; groups of several
 * need several programmes at once ({@code EmbargoResourceTest}). Deputies, absences, advisory endorsements and audiences
 * change nobody's way and have tests of their own.
 */
final class Reachable {
    private static final String PROPOSAL = """
        - create DRAFT
        - open LEGAL_REVIEW | urgent
        DRAFT amend DRAFT
        RETURNED amend RETURNED
        DRAFT,RETURNED submit SUBMITTED
        SUBMITTED accept IN_REVIEW
        SUBMITTED,IN_REVIEW,LEGAL_REVIEW,READY return RETURNED
        IN_REVIEW endorse LEGAL_REVIEW
        IN_REVIEW endorse IN_REVIEW | each endorser
        LEGAL_REVIEW findSufficient READY
        READY roundOpened DECIDING | votes
        DECIDING roundCancelled READY | votes
        DECIDING carvedOut RETURNED | unanimity
        DECIDING stagePassed READY | stage after a vote
        DECIDING stagePassed APPROVED | adopts by vote
        DECIDING stageFailed ESCALATED | escalates
        DECIDING stageFailed REJECTED | votes
        READY record,refuseRecord READY | records
        READY recordAdopted APPROVED | records
        READY notAdopted REJECTED | records
        READY leftOut RETURNED | records
        ESCALATED,APPROVED escalate READY | escalates
        ESCALATED lapse REJECTED | escalates
        APPROVED schedule SCHEDULED
        SCHEDULED unschedule APPROVED
        SCHEDULED publish PUBLISHED
        READY materialChange RETURNED
        DECIDING materialChange RETURNED | votes
        APPROVED materialChange RETURNED | escalates
        READY stale READY | ages
        SUBMITTED,IN_REVIEW,LEGAL_REVIEW,READY hold ON_HOLD
        DECIDING hold ON_HOLD | votes
        ESCALATED hold ON_HOLD | escalates
        ON_HOLD resume SUBMITTED,IN_REVIEW,LEGAL_REVIEW,READY
        ON_HOLD resume ESCALATED | escalates
        DRAFT,SUBMITTED,IN_REVIEW,LEGAL_REVIEW,READY,RETURNED,ON_HOLD withdraw WITHDRAWN
        DECIDING withdraw WITHDRAWN | votes
        ESCALATED,APPROVED withdraw WITHDRAWN | escalates
        REJECTED,WITHDRAWN resubmit DRAFT
        """;
    private static final String PACKAGE = """
        - form FORMING
        FORMING add FORMING
        FORMING remove,held,withdrawn,return,materialChange FORMING,DISSOLVED
        CLOSED held,withdrawn,return,materialChange CLOSED,DISSOLVED
        ADOPTED withdrawn,materialChange ADOPTED,DISSOLVED | escalates
        FORMING takeUp CLOSED | escalates
        FORMING,CLOSED openRound CLOSED | votes
        FORMING,CLOSED record CLOSED | records
        CLOSED stagePassed CLOSED | stage after a vote
        CLOSED stagePassed ADOPTED | adopts by vote
        CLOSED recordAdopted ADOPTED | records
        CLOSED notAdopted DISSOLVED | records
        CLOSED leftOut CLOSED | records
        CLOSED stageFailed CLOSED | escalates
        CLOSED stageFailed DISSOLVED | votes
        CLOSED carvedOut CLOSED,DISSOLVED | unanimity
        CLOSED,ADOPTED escalate CLOSED | escalates
        CLOSED lapse DISSOLVED | escalates
        ADOPTED windowOver ADOPTED | escalates
        ADOPTED schedule SCHEDULED
        SCHEDULED unschedule ADOPTED
        SCHEDULED keptBack SCHEDULED
        SCHEDULED publish PUBLISHED
        FORMING stale FORMING | ages
        CLOSED stale CLOSED | ages
        """;
    private static final String ROUND = """
        - open OPEN | votes
        OPEN vote APPROVE,ABSTAIN,OBJECT | votes
        OPEN vote RESERVE | unanimity
        STOPPED vote APPROVE,ABSTAIN,OBJECT,RESERVE | unanimity
        OPEN objection STOPPED | unanimity
        STOPPED anotherVote OPEN | unanimity
        STOPPED lift OPEN,STOPPED | unanimity
        STOPPED carveOut OPEN,STOPPED,CANCELLED | unanimity
        STOPPED closeFailed FAILED | unanimity
        OPEN moveDeadline OPEN | votes
        OPEN allSpoke PASSED,FAILED | votes
        OPEN deadline FAILED | votes
        OPEN deadline PASSED | silence or majority
        OPEN cancel:chair,cancel:held,cancel:withdrawn,cancel:materialChange CANCELLED | votes
        STOPPED cancel:chair,cancel:held,cancel:withdrawn,cancel:materialChange CANCELLED | unanimity
        """;
    private static final String CORRECTION = """
        - make PROPOSED
        PROPOSED confirm TACIT
        PROPOSED refuse REFUSED
        PROPOSED,TACIT withdraw WITHDRAWN
        TACIT demandRound DROPPED | votes
        TACIT takeIn TAKEN_IN
        PROPOSED,TACIT,TAKEN_IN lapse LAPSED | ages
        """;
    private static final String LISTING = """
        ACTIVE lasts,extend ACTIVE | urgent
        ACTIVE lapse EXPIRED | urgent
        ACTIVE renewed ACTIVE | term
        ACTIVE expire EXPIRED | term
        """;
    private static final String LANGUAGE = """
        -,WRITTEN,CONFIRMED write WRITTEN | languages
        WRITTEN again WRITTEN | languages
        WRITTEN confirm CONFIRMED | languages
        CONFIRMED again CONFIRMED | languages
        """;
    private static final String REFUSED = """
        DRAFT UNKNOWN,WHO
        DRAFT DUPLICATE | urgent
        AMEND UNKNOWN,STATUS,WHO
        SUBMIT UNKNOWN,STATUS,WHO,FOUR_EYES,REPLY,TEXT,EVIDENCE,READ_ANOTHER
        ACCEPT UNKNOWN,STATUS,WHO,DUPLICATE,READ_ANOTHER
        ACCEPT FOUR_EYES | chair proposes
        RETURN UNKNOWN,STATUS,WHO,READ_ANOTHER
        ENDORSE UNKNOWN,STATUS,WHO,READ_ANOTHER
        ENDORSE ENDORSED | each endorser
        FIND_SUFFICIENT UNKNOWN,STATUS,WHO,OPINION,READ_ANOTHER
        FIND_SUFFICIENT FOUR_EYES | legal office proposes
        CONSULT UNKNOWN
        CONSULT STATUS,WHO,DATE,READ_ANOTHER | consults
        CONSULT CONSULTATION | consults nobody
        HOLD UNKNOWN,STATUS,WHO,DATE
        RESUME UNKNOWN,STATUS,WHO
        WITHDRAW UNKNOWN,STATUS,WHO,LAW
        RESUBMIT UNKNOWN,STATUS,WHO,TAKEN_UP
        REVISE_SUBJECT UNKNOWN,WHO,UNDER_REVIEW,UNCONFIRMED
        RECUSE UNKNOWN
        FORM UNKNOWN,WHO,ENTRY
        ADD_ENTRY UNKNOWN,STATUS,WHO,ENTRY
        FORM,ADD_ENTRY KINDS | rules that differ by kind
        REMOVE_ENTRY UNKNOWN,STATUS,WHO,ENTRY
        DECIDE_WITHOUT UNKNOWN,WHO
        DECIDE_WITHOUT ENTRY | votes
        OPEN_ROUND UNKNOWN,STATUS
        OPEN_ROUND WHO,SEAT_EMPTY,EXHIBIT,DEADLINE | votes
        OPEN_ROUND CONSULTATION | consults
        OPEN_ROUND TOO_LONG_AGO | vote after a stage
        VOTE UNKNOWN,STATUS,WHO,READ_ANOTHER,FOUR_EYES,REASON,ENTRY,EXHIBIT,RESERVE | votes
        LIFT UNKNOWN,STATUS | votes
        LIFT NOTHING | unanimity
        CARVE_OUT UNKNOWN,STATUS | votes
        CARVE_OUT WHO,ENTRY,DEADLINE | unanimity
        NOTE UNKNOWN,STATUS,WHO | votes
        CLOSE_FAILED UNKNOWN,STATUS | votes
        CLOSE_FAILED WHO,MEDIATION | unanimity
        MOVE_DEADLINE UNKNOWN,STATUS,WHO,DEADLINE | votes
        CANCEL UNKNOWN,STATUS,WHO | votes
        RECORD UNKNOWN
        RECORD STATUS,WHO,RECORD,DATE,INSTRUMENT,ENTRY,NOTHING,READ_ANOTHER | records
        RECORD FOUR_EYES | secretariat proposes
        RECORD TOO_LONG_AGO | stage after a vote
        CONFIRM_RECORD UNKNOWN,WHO,RECORD,FOUR_EYES,READ_ANOTHER | records
        CONFIRM_RECORD STATUS | stage after a vote
        REFUSE_RECORD UNKNOWN,WHO,RECORD,FOUR_EYES | records
        ESCALATE UNKNOWN,STATUS
        ESCALATE WHO | escalates
        SCHEDULE UNKNOWN,STATUS,WHO,DATE,TEXT,READ_ANOTHER,QUOTATION
        SCHEDULE FOUR_EYES | publisher proposes or records
        SCHEDULE WINDOW | escalates
        SCHEDULE LANGUAGE | languages
        UNSCHEDULE,GIVE_GO UNKNOWN,STATUS,WHO
        HOLD_RELEASE UNKNOWN,STATUS,WHO,HOLD
        LIFT_HOLD UNKNOWN,HOLD
        CORRECT UNKNOWN,STATUS,WHO,KINDS,PENDING,BOUNDS,READ_ANOTHER
        CONFIRM_CORRECTION UNKNOWN,STATUS,WHO,READ_ANOTHER
        CONFIRM_CORRECTION FOUR_EYES | legal office proposes
        EXTEND STATUS | records
        EXTEND WHO,EXTENDED,DATE | urgent
        CONFIRM_EXTENSION WHO,STATUS,NOTHING,FOUR_EYES | urgent
        REFUSE_CORRECTION,WITHDRAW_CORRECTION UNKNOWN,STATUS,WHO
        DEMAND_ROUND UNKNOWN,WHO
        DEMAND_ROUND STATUS,DEADLINE | votes
        WRITE_LANGUAGE UNKNOWN,LANGUAGE
        WRITE_LANGUAGE STATUS,WHO,KINDS,TEXT,READ_ANOTHER | languages
        CONFIRM_LANGUAGE UNKNOWN,NOTHING
        CONFIRM_LANGUAGE STATUS,WHO,READ_ANOTHER | languages
        CONFIRM_LANGUAGE FOUR_EYES | legal office translates
        """;

    private Reachable() {}

    static Set<String> in(Procedure procedure) {
        Map<String, Boolean> has = has(procedure);
        Set<String> rows = new TreeSet<>();
        Map.of(
                        "proposal",
                        PROPOSAL,
                        "package",
                        PACKAGE,
                        "round",
                        ROUND,
                        "correction",
                        CORRECTION,
                        "listing",
                        LISTING,
                        "language",
                        LANGUAGE,
                        "refused",
                        REFUSED)
                .forEach((of, table) -> table.lines().forEach(line -> {
                    String[] row = line.split(" \\| ");
                    if (row.length == 1 || has.get(row[1])) {
                        every(of, row[0].split(" "), rows);
                    }
                }));
        return rows;
    }

    private static void every(String of, String[] columns, Set<String> rows) {
        List<String> all = List.of(of);
        for (String column : columns) {
            List<String> longer = new ArrayList<>();
            all.forEach(row -> List.of(column.split(",")).forEach(value -> longer.add(row + " " + value)));
            all = longer;
        }
        rows.addAll(all);
    }

    private static Map<String, Boolean> has(Procedure its) {
        List<Procedure.Stage> voted =
                its.stages().stream().filter(stage -> !stage.recorded()).toList();
        boolean after = voted.stream().anyMatch(stage -> its.stageAfter(stage.code()) != null);
        boolean escalates = voted.stream().anyMatch(stage -> stage.escalatesTo() != null);
        Set<String> rules = voted.stream()
                .flatMap(stage -> Stream.of(stage.rule(), stage.otherRule()))
                .collect(Collectors.toSet());
        return Map.ofEntries(
                entry("votes", !voted.isEmpty()),
                entry("urgent", its.urgent()),
                entry("term", Term.has(its)),
                entry("records", voted.size() < its.stages().size()),
                entry("unanimity", rules.contains("UNANIMITY")),
                entry(
                        "silence or majority",
                        rules.contains("MAJORITY") || voted.stream().anyMatch(Procedure.Stage::silence)),
                entry("rules that differ by kind", !its.together(Set.copyOf(its.kinds()))),
                entry("stage after a vote", after),
                entry("adopts by vote", voted.stream().anyMatch(Procedure.Stage::adopting)),
                entry("escalates", escalates),
                entry(
                        "vote after a stage",
                        escalates
                                || voted.stream()
                                        .map(stage -> its.stageAfter(stage.code()))
                                        .anyMatch(next ->
                                                next != null && !its.stage(next).recorded())),
                entry("ages", after || escalates),
                entry("each endorser", its.each()),
                entry("consults", !its.consulted().isEmpty()),
                entry("consults nobody", its.consulted().isEmpty()),
                entry("languages", !its.languages().isEmpty()),
                entry("legal office translates", !its.languages().isEmpty() && proposes(its, "legal")),
                entry("chair proposes", proposes(its, "chair") || proposes(its, "registrar")),
                entry("legal office proposes", proposes(its, "legal")),
                entry("secretariat proposes", proposes(its, "secretariat")),
                entry(
                        "publisher proposes or records",
                        proposes(its, "publisher")
                                || its.offices()
                                        .get("publisher")
                                        .equals(its.offices().get("secretariat"))));
    }

    private static boolean proposes(Procedure its, String office) {
        return its.proposers().containsAll(its.offices().get(office))
                && !its.offices().get(office).isEmpty();
    }
}
