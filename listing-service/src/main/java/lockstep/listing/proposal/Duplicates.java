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

    /**
     * {@code kind} is PROPOSAL or LISTING; {@code matchedOn} are the keys that both carry, which may be none where a proposal is
     * of the same kind about the same listing.
     */
    public record Match(
            UUID matchId,
            String kind,
            String programme,
            String proposalKind,
            String name,
            List<String> matchedOn,
            boolean sameListing,
            String status) {}

    public List<Match> of(Proposal its) {
        List<Match> found = new ArrayList<>();
        found.addAll(rows(
                "select p.id, 'PROPOSAL', p.programme, p.kind, p.name, p.keys, p.status, p.id in (select about_same(?))"
                        + " from proposals_sharing(?, ?) p union"
                        + " select p.id, 'PROPOSAL', p.programme, p.kind, p.name, p.keys, p.status, true"
                        + " from proposal p where p.id in (select about_same(?)) and p.status <> 'DRAFT' order by 1",
                its,
                its.id(),
                its.headline().keys(),
                its.id(),
                its.id()));
        if (!its.headline().keys().isEmpty()) {
            found.addAll(rows(
                    "select l.id, 'LISTING', l.programme, l.kind, l.name, l.keys, l.status, false"
                            + " from listings_sharing(?) l, proposal mine where mine.id = ? and l.proposal_id <> mine.id"
                            + " and l.id is distinct from in_place_of(mine.listing_id) order by l.id",
                    its,
                    its.headline().keys(),
                    its.id()));
        }
        return found;
    }

    private List<Match> rows(String query, Proposal its, Object... values) {
        return sql.rows(
                query,
                row -> new Match(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        shared(its.headline().keys(), (String[]) row.getArray(6).getArray()),
                        row.getBoolean(8),
                        row.getString(7)),
                values);
    }

    private static List<String> shared(List<String> mine, String[] theirs) {
        return mine.stream().filter(Arrays.asList(theirs)::contains).toList();
    }

    /**
     * Refuses while another one of the same kind about the same listing is on its way beyond submission, as far as the actor
     * sees it: there is nothing to judge. Of two that are accepted at once the second waits, so that it sees the first.
     */
    void noOtherIsFurther(Proposal its) {
        if (its.listingId() == null) {
            return;
        }
        sql.rows(
                "select pg_advisory_xact_lock(hashtextextended('lockstep.about.' || in_place_of(?), 0))",
                row -> true,
                its.listingId());
        boolean other = sql.first(
                        "select exists (select from proposal p where p.id in (select about_same(?)) and under_way(p) > 1)",
                        row -> row.getBoolean(1),
                        its.id())
                .orElse(false);
        ProposalRefused.unless(other ? Reason.DUPLICATE_OF_OPEN_PROPOSAL : null);
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
                        "“" + match.name() + "” "
                                + (match.sameListing()
                                        ? "is of the same kind about the same listing."
                                        : "shares " + String.join(", ", match.matchedOn()) + ".")));
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
