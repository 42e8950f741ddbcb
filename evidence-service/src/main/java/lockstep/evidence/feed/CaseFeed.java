package lockstep.evidence.feed;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.evidence.retention.Keepings;
import lockstep.kit.db.Sql;
import lockstep.kit.feed.FeedEvent;
import lockstep.kit.feed.FeedHandler;

/** Writes down who takes part, who is recused, what is cited and who audits; each event leaves the state it names. */
@ApplicationScoped
public class CaseFeed implements FeedHandler {
    private static final String CREATOR = "CREATOR";
    private static final String INVITED = "INVITED";

    private final Sql sql;
    private final Keepings keepings;

    public CaseFeed(Sql sql, Keepings keepings) {
        this.sql = sql;
        this.keepings = keepings;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "case.opened",
                "case.agency-invited",
                "case.agency-left",
                "case.recused",
                "proposal.parties",
                "appointment.confirmed",
                "appointment.ended");
    }

    @Override
    public void apply(FeedEvent event) {
        JsonNode payload = event.payload();
        switch (event.type()) {
            case "case.opened" -> joined(event, payload.required("originator").textValue(), CREATOR);
            case "case.agency-invited" ->
                joined(event, payload.required("agency").textValue(), INVITED);
            case "case.agency-left" -> left(event, payload.required("agency").textValue());
            case "case.recused" -> recused(event, payload.required("sub").textValue());
            case "proposal.parties" -> parties(event, payload);
            case "appointment.confirmed" -> appointed(event, payload);
            case "appointment.ended" -> ended(event);
            default -> throw new IllegalArgumentException(event.type());
        }
    }

    private void joined(FeedEvent event, String agency, String kind) {
        sql.update("""
                insert into participation (case_id, agency, kind, since, by_actor) values (?, ?, ?, ?, 'feed')
                on conflict do nothing""", caseId(event), agency, kind, event.occurredAt());
    }

    private void left(FeedEvent event, String agency) {
        sql.update(
                "update participation set until = ? where case_id = ? and agency = ? and until is null",
                event.occurredAt(),
                caseId(event),
                agency);
    }

    private void recused(FeedEvent event, String sub) {
        sql.update(
                "insert into recusal (case_id, sub, since, reason) values (?, ?, ?, '') on conflict do nothing",
                caseId(event),
                sub,
                event.occurredAt());
    }

    /** The event brings the whole list each time: what is not in it any more is over. */
    private void parties(FeedEvent event, JsonNode payload) {
        UUID proposal = uuid(payload.required("proposalId"));
        UUID caseId = caseId(event);
        String programme = payload.required("programme").textValue();
        sql.update("delete from party where scope_id = ?", proposal);
        sql.update("delete from citation where proposal_id = ?", proposal);
        List<Object[]> parties = new ArrayList<>();
        for (JsonNode party : payload.required("parties")) {
            String agency = party.required("agency").textValue();
            String standing = party.required("as").textValue();
            parties.add(new Object[] {proposal, caseId, agency, standing, event.occurredAt(), programme});
        }
        sql.updateAll("""
                insert into party (scope_id, case_id, agency, standing, since, programme) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""", parties);
        List<Object[]> cites = new ArrayList<>();
        for (JsonNode cite : payload.required("cites")) {
            UUID exhibit = uuid(cite.required("exhibitId"));
            cites.add(new Object[] {
                proposal, caseId, exhibit, cite.required("version").intValue(), programme
            });
        }
        sql.updateAll("""
                insert into citation (proposal_id, case_id, exhibit_id, n, programme) values (?, ?, ?, ?, ?)
                on conflict do nothing""", cites);
        retain(event, payload, programme, cites);
        sql.update(
                "insert into case_programme (case_id, programme) values (?, ?) on conflict do nothing",
                caseId,
                programme);
    }

    /** What was once cited is kept as long as that programme says, whether it is cited still or not. */
    private void retain(FeedEvent event, JsonNode payload, String programme, List<Object[]> cites) {
        String length = payload.path("retention").textValue();
        if (length != null) {
            TemporalAmount amount = length.contains("T") ? Duration.parse(length) : Period.parse(length);
            Instant until =
                    event.occurredAt().atZone(ZoneOffset.UTC).plus(amount).toInstant();
            cites.stream()
                    .map(cite -> (UUID) cite[2])
                    .distinct()
                    .forEach(exhibit -> keepings.retain(exhibit, programme, until));
        }
    }

    private void appointed(FeedEvent event, JsonNode payload) {
        if (!"auditor".equals(payload.path("office").textValue())) {
            return;
        }
        JsonNode covers = payload.path("covers");
        sql.update(
                """
                insert into auditor (appointment_id, sub, covers_agencies, covers_programmes, valid_from, valid_to)
                values (?, ?, ?, ?, ?, ?) on conflict (appointment_id) do update set valid_to = excluded.valid_to""",
                event.aggregateId(),
                payload.required("sub").textValue(),
                texts(covers.path("agencies")),
                texts(covers.path("programmes")),
                instant(payload.path("from"), event.occurredAt()),
                instant(payload.path("to"), null));
    }

    private void ended(FeedEvent event) {
        sql.update(
                "update auditor set valid_to = ? where appointment_id = ? and (valid_to is null or valid_to > ?)",
                event.occurredAt(),
                event.aggregateId(),
                event.occurredAt());
    }

    private static UUID caseId(FeedEvent event) {
        return event.caseId() != null ? event.caseId() : uuid(event.payload().required("caseId"));
    }

    private static UUID uuid(JsonNode text) {
        return UUID.fromString(text.textValue());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static Instant instant(JsonNode text, Instant otherwise) {
        return text.isTextual() ? OffsetDateTime.parse(text.textValue()).toInstant() : otherwise;
    }
}
