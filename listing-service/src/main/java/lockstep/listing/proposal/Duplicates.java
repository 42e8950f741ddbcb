package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lockstep.kit.db.Sql;
import lockstep.listing.proposal.ProposalRefused.Missing;
import lockstep.listing.proposal.ProposalRefused.Reason;

/**
 * Other records of what may be the same target, by identifier or name (G3): open proposals and active listings, only
 * those that the asking person can see; row-level security keeps the others out of this query. The listing that a proposal
 * is about is none.
 */
@ApplicationScoped
public class Duplicates {
    private final Sql sql;

    Duplicates(Sql sql) {
        this.sql = sql;
    }

    /** {@code kind} is PROPOSAL or LISTING; {@code matchedOn} are the keys that both carry. */
    public record Match(
            UUID matchId,
            String kind,
            String programme,
            String proposalKind,
            String name,
            List<String> matchedOn,
            String status) {}

    public List<Match> of(Proposal its) {
        List<Match> found = new ArrayList<>();
        if (its.headline().keys().isEmpty()) {
            return found;
        }
        found.addAll(rows(
                "select p.id, 'PROPOSAL', p.programme, p.kind, p.name, p.keys, p.status from proposals_sharing(?, ?) p"
                        + " order by p.id",
                its));
        found.addAll(rows(
                "select l.id, 'LISTING', l.programme, l.kind, l.name, l.keys, l.status from listings_sharing(?) l,"
                        + " proposal mine where mine.id = ? and l.proposal_id <> mine.id"
                        + " and l.id is distinct from in_place_of(mine.listing_id) order by l.id",
                its));
        return found;
    }

    private List<Match> rows(String query, Proposal its) {
        return sql.rows(
                query,
                row -> new Match(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        shared(its.headline().keys(), (String[]) row.getArray(6).getArray()),
                        row.getString(7)),
                its.headline().keys(),
                its.id());
    }

    private static List<String> shared(List<String> mine, String[] theirs) {
        return mine.stream().filter(Arrays.asList(theirs)::contains).toList();
    }

    /** Refuses while one is unjudged; an open proposal for the same programme and kind judged the same blocks. */
    void mustBeJudged(Proposal its, List<Judgement> judgements) {
        Map<UUID, Judgement> given = judgements.stream()
                .collect(Collectors.toMap(Judgement::matchId, Function.identity(), (one, other) -> other));
        List<Missing> unjudged = new ArrayList<>();
        for (Match match : of(its)) {
            Judgement judged = given.get(match.matchId());
            if (judged == null
                    || judged.judgement() == null
                    || judged.reason() == null
                    || judged.reason().isBlank()) {
                unjudged.add(new Missing(
                        "/judgements/" + match.matchId(),
                        "duplicate-not-judged",
                        "“" + match.name() + "” shares " + String.join(", ", match.matchedOn()) + "."));
            } else if (judged.judgement() == Judgement.Verdict.SAME && blocks(match, its)) {
                throw new ProposalRefused(
                        Reason.DUPLICATE_OF_OPEN_PROPOSAL, Words.of(Reason.DUPLICATE_OF_OPEN_PROPOSAL));
            }
        }
        if (!unjudged.isEmpty()) {
            throw new ProposalRefused(Reason.DUPLICATES_NOT_JUDGED, Words.of(Reason.DUPLICATES_NOT_JUDGED), unjudged);
        }
    }

    private static boolean blocks(Match match, Proposal its) {
        return match.kind().equals("PROPOSAL")
                && match.programme().equals(its.programme())
                && match.proposalKind().equals(its.kind().name());
    }
}
