package lockstep.e2e.sample;

import static lockstep.e2e.client.Json.object;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lockstep.auth.Agency;
import lockstep.e2e.client.Json;
import lockstep.e2e.replay.Officials;

/** The Union's programme: a package in each situation, and a proposal at each step on the way to one. */
final class UnionSample {
    private static final Officials OFFICIALS = Officials.UNION;
    private static final List<String> SOME =
            List.of("de-voter", "it-voter", "lt-voter", "nl-voter", "pl-voter", "se-voter");
    private static final String HOLDER = "fr-voter";
    private static final String ALTERNATE = "fr-alternate";
    private static final String ACT = "Draft Council Decision and Regulation amending Annex IV, ";
    static final String COUNCIL = "Council of the European Union";
    private final Desk desk;

    UnionSample(Desk desk) {
        this.desk = desk;
    }

    void packages() {
        desk.bring(List.of(5, 9, 7, 8, 11, 12, 13, 22, 18), SampleProposal::ready);
        desk.sideBySide(
                this::published,
                this::awaitingConfirmation,
                this::stopped,
                this::carvedOut,
                this::underSilence,
                this::rejected);
    }

    private void published() {
        desk.pack("published", "Microelectronics, first part", ACT + "microelectronics", List.of(5))
                .passed()
                .recorded(today(), COUNCIL, 2611)
                .confirmed()
                .published(today(), "%d", 922, null);
        renewing();
    }

    /** The renewal of the list is begun: a sheet that keeps what is on it. */
    private void renewing() {
        String programme = "/programmes/" + OFFICIALS.programme();
        desk.steps()
                .once(
                        "renewal/sheets",
                        OFFICIALS.analyst(),
                        programme + "/renewal/sheets",
                        () -> object(
                                "listingIds",
                                Json.items(desk.steps()
                                                .read(OFFICIALS.analyst(), programme + "/renewal/entries")
                                                .path("items"))
                                        .map(entry -> entry.path("listingId").asText())
                                        .toList()));
    }

    private void awaitingConfirmation() {
        desk.pack("record", "Machine tools", ACT + "machine tools", List.of(9))
                .passed()
                .recorded(today(), COUNCIL, 2618);
    }

    /** One seat objects to one of two entries; the chair has written to both sides. */
    private void stopped() {
        SamplePackage its = desk.pack("stopped", "Bearings and components", ACT + "bearings", List.of(7, 8));
        String round = its.open("RELEX", 6);
        its.approve(round, "", SOME.subList(0, 4));
        its.say(
                round,
                "",
                "at-voter",
                object(
                        "choice",
                        "OBJECT",
                        "entries",
                        List.of(desk.proposal(8, 0).id()),
                        "reason",
                        "Seven of the nine declarations name a consignee in Almaty, not in Russia. We can agree to this"
                                + " entry once the onward journey of at least one of them is shown."));
        its.chair(
                round,
                "mediation-notes",
                object(
                        "text",
                        "Spoke to the objecting seat and to the EEAS. The EEAS expects the rail waybills from Almaty"
                                + " by the end of the week. If they don't come, I shall propose to carve this entry out"
                                + " and to close on the other."));
    }

    /** The entry objected to was taken out, and the seats confirm what is left. */
    private void carvedOut() {
        SamplePackage its =
                desk.pack("carved", "Central Asia, bearings", ACT + "traders in third countries", List.of(11, 12));
        String round = its.open("RELEX", 5);
        its.approve(round, "", SOME);
        its.say(
                round,
                "",
                "fi-voter",
                object(
                        "choice",
                        "OBJECT",
                        "entries",
                        List.of(desk.proposal(12, 0).id()),
                        "reason",
                        "One quarter of statistics without the origin of the goods is no sufficient basis. A court"
                                + " would not uphold this entry."));
        its.chair(
                round,
                "carve-out",
                object(
                        "entries",
                        List.of(desk.proposal(12, 0).id()),
                        "reason",
                        "No agreement on this entry; it goes back for better evidence and the other goes on."));
        its.approve(round, "/anew", List.of("de-voter", "fi-voter", "lt-voter"));
    }

    /** Silence means consent at the deadline, some days away; one seat's alternate speaks for its holder. */
    private void underSilence() {
        SamplePackage its =
                desk.pack("silence", "Microelectronics, second part", ACT + "microelectronics", List.of(13, 22));
        String round = its.open("RELEX", 4);
        its.approve(round, "", SOME.subList(0, 3));
        its.say(round, "", "mt-voter", object("choice", "ABSTAIN"));
        desk.proposal(13, 0).recused(HOLDER, "A member of my family sits on the board of the company’s bank.");
        its.approve(round, "", List.of(ALTERNATE));
        its.impact("""
                Exports of the Union to the two firms came to EUR 4.1 million in 2025, nearly all of it laboratory and \
                motor controllers. Two distributors lose a customer; neither depends on it.

                Tashkent and Beijing are expected to protest. The delegations will explain the measure on the day; no \
                measures in return are expected. It softens the effect that contracts of before the listing may be \
                performed within three months.""");
    }

    /** Away over the turn of the year, with a deputy. */
    void absence() {
        Steps steps = desk.steps();
        String its = "absence/" + HOLDER;
        if (!steps.done(its)) {
            Instant from = today().plusDays(20).atStartOfDay(Agency.BRUSSELS).toInstant();
            steps.once(
                    its,
                    HOLDER,
                    "/appointments/" + appointment(HOLDER) + "/absences",
                    () -> object(
                            "deputyId",
                            appointment(ALTERNATE),
                            "from",
                            from.toString(),
                            "until",
                            from.plus(14, ChronoUnit.DAYS).toString()));
        }
    }

    private String appointment(String account) {
        return Json.items(desk.steps()
                        .read(HOLDER, "/appointments?programme=" + OFFICIALS.programme() + "&limit=200")
                        .path("items"))
                .filter(held -> held.path("account").asText().equals(account))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private void rejected() {
        SamplePackage its = desk.pack("rejected", "Hand tools", ACT + "tools", List.of(18));
        String round = its.open("RELEX", 4);
        its.say(
                round,
                "",
                "nl-voter",
                object(
                        "choice", "OBJECT",
                        "reason", "One invoice for hand tools shows no contribution to military enhancement."));
        its.chair(round, "mediation-notes", object("text", "The proposer has no further evidence and won't withdraw."));
        its.chair(
                round,
                "close-failed",
                object("reason", "No agreement: the evidence doesn't show that the criterion is met."));
    }

    /** On their way: each step of the review waits for somebody. */
    void proposals() {
        Map<Integer, Function<SampleProposal, SampleProposal>> far = Map.of(
                21, SampleProposal::ready,
                16, SampleProposal::endorsed,
                10, SampleProposal::accepted,
                19, SampleProposal::signed,
                6, SampleProposal::accepted,
                20, draft -> draft);
        desk.bring(
                List.of(21, 16, 10, 19, 6, 20),
                its -> far.get(Integer.parseInt(its.company().number())).apply(its));
        desk.proposal(6, 0)
                .returned(
                        OFFICIALS.endorser(),
                        "INSUFFICIENT_EVIDENCE",
                        "The consignee of the second machine isn't named. Please add the customs record or the"
                                + " delivery note.");
        unfinished();
    }

    private LocalDate today() {
        return desk.steps().today();
    }

    /** A draft that lacks two things: a reason why no name in Arabic script is known, and a citation. */
    private void unfinished() {
        Steps steps = desk.steps();
        String caseId = steps.once(
                "unfinished/case",
                OFFICIALS.analyst(),
                "/cases",
                () -> object(
                        "title", "Marsa Noor General Trading LLC",
                        "summary", "A trading house at Sharjah that is said to forward machine tools.",
                        "marking", OFFICIALS.marking()));
        String subject = steps.once(
                "unfinished/subject",
                OFFICIALS.analyst(),
                "/cases/" + caseId + "/subjects",
                () -> object(
                        "type",
                        "COMPANY",
                        "country",
                        "AE",
                        "names",
                        List.of(Map.of("full", "Marsa Noor General Trading LLC", "kind", "PRIMARY")),
                        "addresses",
                        List.of(Map.of(
                                "asPrinted", "Warehouse 9, Noor District, Sharjah, United Arab Emirates",
                                "country", "AE"))));
        steps.once(
                "unfinished/proposal",
                OFFICIALS.analyst(),
                "/cases/" + caseId + "/proposals",
                () -> object(
                        "programme", OFFICIALS.programme(),
                        "kind", "ADD",
                        "subjectId", subject,
                        "ground", "TRANSHIPMENT",
                        "criteria", List.of("IV-MIL-TECH"),
                        "reasons",
                                List.of(object(
                                        "type",
                                        "FACT",
                                        "text",
                                        "Machine tools of European origin were forwarded to an aircraft plant.",
                                        "cites",
                                        List.of(),
                                        "selfSufficient",
                                        false)),
                        "terms", Map.of(),
                        "marking", OFFICIALS.marking()));
    }
}
