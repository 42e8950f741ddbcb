package lockstep.listing.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Audience;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.feed.FeedEvent;
import lockstep.kit.feed.FeedHandler;

/**
 * Flags the proposals that rely on an exhibit which was withdrawn, frozen as spilled or purged, or whose release was revoked or
 * has run out: by a row of the proposal's own history on the revision that cites it. The end of a release is told to whom it
 * concerns alone ({@link Concerned}). Whether a seat may still decide is asked at the vote (G7).
 */
@ApplicationScoped
public class LostEvidence implements FeedHandler {
    /** Of these nothing comes back: the revision that rests on it can't be decided any more. */
    private static final Map<String, String> GONE =
            Map.of("exhibit.withdrawn", "WITHDRAWN", "exhibit.purged", "PURGED");
    /** Of these it is asked anew who may read it. */
    private static final Map<String, String> DOUBTED =
            Map.of("exhibit.frozen", "FROZEN", "exhibit.unfrozen", "CORRECTED");

    private static final String LOST = "evidence-lost";
    private static final String CITING = """
            select p.id from proposal p join revision r on r.proposal_id = p.id and r.n = p.revision
             where p.case_id = ? and p.status <> all (?) and exists (
                select from jsonb_array_elements(r.text -> 'reasons') reason
                 cross join lateral jsonb_array_elements(coalesce(reason -> 'cites', '[]')) cite
                 where cite ->> 'exhibitId' = ? and cite ->> 'version' = any (?))""";

    private final Proposals proposals;
    private final Deeds deeds;
    private final Concerned concerned;
    private final Sql sql;
    private final ObjectMapper json;

    LostEvidence(Proposals proposals, Deeds deeds, Concerned concerned, Sql sql, ObjectMapper json) {
        this.proposals = proposals;
        this.deeds = deeds;
        this.concerned = concerned;
        this.sql = sql;
        this.json = json;
    }

    /** {@code outcome}: WITHDRAWN, REVOKED, EXPIRED; of a spill FROZEN, CORRECTED or PURGED. */
    record Lost(UUID exhibitId, List<Integer> versions, String outcome) {}

    /** The same, as a proposal's readers are told. */
    public record Flag(UUID exhibitId, List<Integer> versions, String outcome, Instant at) {}

    @Override
    public Set<String> types() {
        Set<String> types = new HashSet<>(Set.of("release.revoked", "release.expired"));
        types.addAll(GONE.keySet());
        types.addAll(DOUBTED.keySet());
        return types;
    }

    @Override
    public void apply(FeedEvent event) {
        if ("exhibit".equals(event.aggregateType())) {
            Lost lost = lost(event);
            List<String> versions =
                    lost.versions().stream().map(String::valueOf).toList();
            List<String> closed = Stream.of(Status.values())
                    .filter(Status::terminal)
                    .map(Enum::name)
                    .toList();
            sql.rows(
                            CITING,
                            row -> row.getObject(1, UUID.class),
                            event.caseId(),
                            closed,
                            lost.exhibitId().toString(),
                            versions)
                    .forEach(id -> flag(proposals.findById(id), lost, event));
        }
    }

    /** What is gone is acted on beside: the feed sees this proposal alone, not the package that it is in. */
    private void flag(Proposal its, Lost lost, FeedEvent event) {
        boolean ofRelease = event.type().startsWith("release.");
        UUID told = deeds.flagged(its, LOST, ofRelease ? Audience.CASE : Audience.ELECTORATE, lost);
        if (ofRelease) {
            concerned.byRelease(told, its, lost, event.payload().path("to").asText(null));
        } else {
            concerned.everyone(told, its, lost);
        }
        if (GONE.containsKey(event.type())) {
            sql.update(
                    "insert into evidence_withdrawn (proposal_id, revision, exhibit_id, at) values (?, ?, ?, ?)"
                            + " on conflict do nothing",
                    its.id(),
                    its.revision(),
                    lost.exhibitId(),
                    deeds.now());
        } else {
            lost.versions()
                    .forEach(version -> sql.update(
                            "insert into access_doubt (proposal_id, revision, exhibit_id, version, at)"
                                    + " values (?, ?, ?, ?, ?) on conflict do nothing",
                            its.id(),
                            its.revision(),
                            lost.exhibitId(),
                            version,
                            deeds.now()));
        }
    }

    private static Lost lost(FeedEvent event) {
        JsonNode payload = event.payload();
        UUID exhibit = UUID.fromString(payload.required("exhibitId").textValue());
        String ofExhibit = GONE.getOrDefault(event.type(), DOUBTED.get(event.type()));
        if (ofExhibit == null) {
            String outcome = event.type().substring("release.".length()).toUpperCase();
            return new Lost(exhibit, List.of(payload.required("version").intValue()), outcome);
        }
        List<Integer> versions = new ArrayList<>();
        payload.required("versions").forEach(version -> versions.add(version.intValue()));
        return new Lost(exhibit, versions, ofExhibit);
    }

    /** What the acting person is told that a revision has lost. */
    @ReadOnly
    public List<Flag> of(UUID proposalId, int revision) {
        return sql.rows("""
                select j.occurred_at, b.bytes from journal j join journal_payload b using (event_id)
                 where j.aggregate_id = ? and j.type = 'proposal.' || ? and j.aggregate_revision = ?
                   and told_of_loss(j.event_id)
                 order by j.occurred_at, j.event_id""", this::flag, proposalId, LOST, revision);
    }

    private Flag flag(ResultSet row) throws SQLException {
        try {
            Lost lost = json.treeToValue(json.readTree(row.getBytes(2)).required("detail"), Lost.class);
            Instant at = row.getObject(1, OffsetDateTime.class).toInstant();
            return new Flag(lost.exhibitId(), lost.versions(), lost.outcome(), at);
        } catch (IOException notWhatWeWrote) {
            throw new UncheckedIOException(notWhatWeWrote);
        }
    }
}
