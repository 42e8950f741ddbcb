package lockstep.e2e.sample;

import static lockstep.e2e.client.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import lockstep.e2e.replay.EntryWay;
import lockstep.e2e.replay.Officials;

/** The Union's programme: a published listing, a package under silence, and proposals on their way to one. */
final class UnionSample {
    private static final Officials OFFICIALS = Officials.UNION;
    private static final List<String> EARLY_VOTERS =
            List.of("de-voter", "fr-voter", "pl-voter", "it-voter", "lt-voter");
    private final SampleWay way;

    UnionSample(SampleWay way) {
        this.way = way;
    }

    void load() {
        way.act(OFFICIALS, List.of(way.ready(OFFICIALS, 1))).run();
        way.act(OFFICIALS, List.of(way.ready(OFFICIALS, 11), way.ready(OFFICIALS, 12)))
                .beginRound(EARLY_VOTERS);
        way.inReview(OFFICIALS, 5);
        returned();
        way.ready(OFFICIALS, 8);
        unfinished();
    }

    private void returned() {
        EntryWay entry = way.inReview(OFFICIALS, 6);
        JsonNode proposal = entry.standing();
        if (proposal.path("status").asText().equals("IN_REVIEW")) {
            way.once(
                    "sample/returned",
                    OFFICIALS.endorser(),
                    "/proposals/" + entry.id() + "/return",
                    object(
                            "revisionRead", proposal.path("revision").asInt(),
                            "code", "INSUFFICIENT_EVIDENCE",
                            "text",
                                    "The consignee of the second shipment is not shown. Please add the customs record."));
        }
    }

    /** A draft that lacks two things: a reason why no name in Arabic script is known, and a citation. */
    private void unfinished() {
        String caseId = way.once(
                "sample/unfinished/case",
                OFFICIALS.analyst(),
                "/cases",
                object(
                        "title", "Marsa Noor General Trading LLC",
                        "summary", "A trading house at Sharjah that is said to forward machine tools.",
                        "marking", OFFICIALS.marking()));
        String subject = way.once(
                "sample/unfinished/subject",
                OFFICIALS.analyst(),
                "/cases/" + caseId + "/subjects",
                object(
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
        way.once(
                "sample/unfinished/proposal",
                OFFICIALS.analyst(),
                "/cases/" + caseId + "/proposals",
                object(
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
