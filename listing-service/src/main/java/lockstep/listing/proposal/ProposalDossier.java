package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.casefile.CaseFiles;
import lockstep.listing.evidence.ExhibitFacts;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.ProposalRefused.Missing;
import lockstep.listing.proposal.ProposalRefused.Reason;

/** Everything that a reader may know of one proposal, read in one transaction. */
@ApplicationScoped
public class ProposalDossier {
    private static final Set<Act> FOR_ALL = EnumSet.of(Act.AUTHOR, Act.SUBMIT, Act.ADVISE);

    private final Proposals proposals;
    private final Programmes programmes;
    private final ProposalActions actions;
    private final Instance<OfferedBeside> beside;
    private final Duplicates duplicates;
    private final ListedTarget targets;
    private final OpenToReview review;
    private final CaseFiles cases;
    private final Acts acts;
    private final WidenedOpinions opinions;
    private final Sql sql;

    ProposalDossier(
            Proposals proposals,
            Programmes programmes,
            ProposalActions actions,
            @Any Instance<OfferedBeside> beside,
            Duplicates duplicates,
            ListedTarget targets,
            OpenToReview review,
            CaseFiles cases,
            Acts acts,
            WidenedOpinions opinions,
            Sql sql) {
        this.proposals = proposals;
        this.programmes = programmes;
        this.actions = actions;
        this.beside = beside;
        this.duplicates = duplicates;
        this.targets = targets;
        this.review = review;
        this.cases = cases;
        this.acts = acts;
        this.opinions = opinions;
        this.sql = sql;
    }

    /**
     * {@code listing}: what was made of it, else what it is about; {@code shown}: the newest revision that this reader may see; {@code codeShown}: the reader is in the code's audience;
     * {@code takenUpBy}: the newer draft, for those alone who may see it.
     */
    public record Known(
            Proposal proposal,
            Revision shown,
            List<Revision> revisions,
            List<Acts.Recorded> acts,
            Optional<UUID> liveRound,
            Optional<ListedTarget.Named> listing,
            Optional<UUID> takenUpBy,
            boolean codeShown,
            List<Allowed> actions) {}

    @ReadOnly
    public Known of(UUID id, Actor actor) {
        Proposal its = proposals.require(actor, id);
        List<Revision> revisions = proposals.revisions(actor, id);
        if (revisions.isEmpty()) {
            throw new ProposalRefused(Reason.UNKNOWN_PROPOSAL, Words.of(Reason.UNKNOWN_PROPOSAL));
        }
        boolean electorate = actor.of(its.agency())
                || sql.first("select party_to(array[?::uuid])", row -> row.getBoolean(1), id)
                        .orElse(false);
        return new Known(
                its,
                revisions.getFirst(),
                revisions,
                electorate ? acts.all(id) : advisoryOnly(id),
                its.packageId() == null
                        ? Optional.empty()
                        : sql.first(
                                "select id from round where package_id = ? and status in ('OPEN', 'STOPPED')",
                                row -> row.getObject(1, UUID.class),
                                its.packageId()),
                sql.first("select id from listing where proposal_id = ?", row -> row.getObject(1, UUID.class), id)
                        .or(() -> Optional.ofNullable(its.listingId()))
                        .flatMap(targets::named),
                Optional.ofNullable(its.takenUpBy())
                        .flatMap(newer -> proposals.visibleTo(actor, newer))
                        .map(Proposal::id),
                electorate,
                all(its, actor));
    }

    private List<Allowed> all(Proposal its, Actor actor) {
        List<Allowed> all = new ArrayList<>(actions.of(its, actor));
        beside.forEach(feature -> all.addAll(feature.on(its, actor)));
        return all;
    }

    /** Outside the electorate one sees who wrote and signed it, advisory endorsements and opinions that were widened. */
    private List<Acts.Recorded> advisoryOnly(UUID id) {
        Set<Integer> open = opinions.revisions(id);
        return acts.all(id).stream()
                .filter(done -> FOR_ALL.contains(done.act())
                        || done.act() == Act.FIND_SUFFICIENT && open.contains(done.revision()))
                .toList();
    }

    @ReadOnly
    public List<Duplicates.Match> duplicates(UUID id, Actor actor) {
        return duplicates.of(proposals.require(actor, id));
    }

    /** The exhibits cited by the text that stands, for a question to evidence-service. */
    @ReadOnly
    public Set<ExhibitRef> cited(UUID id, Actor actor) {
        return Checklist.refs(
                proposals.current(proposals.require(actor, id), actor).text());
    }

    /** The agencies that the law wants consulted on it (G14). */
    public List<String> toConsult(Proposal its) {
        return programmes.require(its.programme()).consulted(its.agency());
    }

    /** What guard G1 still asks of a text. */
    @ReadOnly
    public List<Missing> identityAndReasons(ProposalText text) {
        List<Missing> missing = new ArrayList<>(targets.missing(text));
        missing.addAll(Checklist.identityAndReasons(text, programme(text)));
        return missing;
    }

    /** Which offices of review could not read all of it (G2). */
    @ReadOnly
    public List<Missing> closedToReview(Proposal its, Map<ExhibitRef, ExhibitFacts> known, Actor actor) {
        return review.closedTo(
                cases.require(actor, its.caseId()), its, known.values(), programmes.require(its.programme()));
    }

    /** What guard G2 still asks of it, as far as the reader sees its exhibits. */
    public List<Missing> evidence(ProposalText text, Map<ExhibitRef, ExhibitFacts> known) {
        return Checklist.evidence(text, programme(text), known);
    }

    private Programme programme(ProposalText text) {
        return programmes.require(text.programme());
    }
}
