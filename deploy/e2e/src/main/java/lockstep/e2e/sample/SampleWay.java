package lockstep.e2e.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lockstep.e2e.client.Api;
import lockstep.e2e.replay.ActWay;
import lockstep.e2e.replay.EntryWay;
import lockstep.e2e.replay.Judging;
import lockstep.e2e.replay.Ledger;
import lockstep.e2e.replay.Officials;
import lockstep.e2e.replay.Statement;
import lockstep.e2e.replay.Tally;
import lockstep.e2e.replay.Workers;
import lockstep.e2e.source.SourceList;
import lockstep.e2e.source.SourceRow;

/** Brings invented companies of the built-in list as far along as a situation needs. */
record SampleWay(Api api, Ledger ledger, Tally tally, Workers workers) {

    EntryWay entry(Officials officials, int number) {
        SourceRow row = SourceList.sample().rows().stream()
                .filter(candidate -> candidate.number().equals(Integer.toString(number)))
                .findFirst()
                .orElseThrow();
        return new EntryWay(officials, row, api, ledger, tally);
    }

    EntryWay drafted(Officials officials, int number) {
        EntryWay entry = entry(officials, number);
        entry.draft(
                new Statement(officials, api.listing(officials.analyst()).get("/programmes/" + officials.programme())));
        return entry;
    }

    EntryWay inReview(Officials officials, int number) {
        EntryWay entry = drafted(officials, number);
        entry.intoReview(new Judging(tally));
        return entry;
    }

    EntryWay ready(Officials officials, int number) {
        EntryWay entry = inReview(officials, number);
        entry.toReady();
        return entry;
    }

    ActWay act(Officials officials, List<EntryWay> entries) {
        LocalDate date = entries.getFirst().row().listed();
        return new ActWay(officials, date, entries, api, ledger, workers);
    }

    /** Posts once; the id of what was made, or of what it was done to. */
    String once(String step, String account, String path, Map<String, Object> body) {
        return ledger.id(step)
                .orElseGet(() -> ledger.acknowledge(
                        step,
                        api.listing(account)
                                .post(path, body, ledger.key(step))
                                .path("id")
                                .asText()));
    }
}
