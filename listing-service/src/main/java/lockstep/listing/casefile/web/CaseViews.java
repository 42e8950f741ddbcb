package lockstep.listing.casefile.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.acting.Acting;
import lockstep.kit.db.ReadOnly;
import lockstep.listing.casefile.Alignment;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.casefile.CaseFile;
import lockstep.listing.casefile.CaseFiles;
import lockstep.listing.casefile.CaseQueries;
import lockstep.listing.casefile.CaseRefused;
import lockstep.listing.casefile.Participation;
import lockstep.listing.casefile.Subjects;
import lockstep.listing.casefile.web.CaseBodies.CaseView;
import lockstep.listing.casefile.web.CaseBodies.SubjectView;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;

/** One case as its reader may see it: whoever takes part by a proposal alone sees that proposal and its subject. */
@ApplicationScoped
class CaseViews {
    private final CaseFiles cases;
    private final Subjects subjects;
    private final Participation participation;
    private final CaseQueries queries;
    private final Programmes programmes;
    private final Acting acting;

    CaseViews(
            CaseFiles cases,
            Subjects subjects,
            Participation participation,
            CaseQueries queries,
            Programmes programmes,
            Acting acting) {
        this.cases = cases;
        this.subjects = subjects;
        this.participation = participation;
        this.queries = queries;
        this.programmes = programmes;
        this.acting = acting;
    }

    @ReadOnly
    CaseView of(UUID id) {
        Actor actor = acting.actor();
        CaseFile its = cases.require(actor, id);
        List<UUID> seen = queries.subjects(id);
        List<SubjectView> described = seen.stream()
                .map(subject -> SubjectViews.of(subjects.require(actor, subject)))
                .toList();
        List<CaseQueries.ProposalRow> proposals = queries.proposals(id);
        List<Alignment.Position> positions = Alignment.of(
                queries.alignment(id),
                seen,
                programmes.all().stream()
                        .map(Programme::jurisdiction)
                        .distinct()
                        .toList(),
                programme -> programmes.require(programme).jurisdiction());
        return new CaseView(
                its.id(),
                its.version(),
                its.title(),
                its.summary(),
                its.originator(),
                its.marking(),
                its.openedAt(),
                participation.of(id),
                described,
                proposals,
                positions,
                Alignment.rollUp(positions),
                allowed(its, actor));
    }

    private List<Allowed> allowed(CaseFile its, Actor actor) {
        boolean creator = actor.of(its.originator());
        boolean whole = participation.participates(actor.agency().code(), its.id());
        List<Allowed> all = new ArrayList<>();
        if (actor.has(Role.ANALYST)) {
            all.add(when(creator, "describe"));
            all.add(Allowed.unless(
                    "add-subject",
                    whole ? null : CaseRefused.Reason.NOT_TAKING_PART,
                    "Your agency doesn't take part in the whole case."));
            all.add(Allowed.unless(
                    "propose",
                    whole ? null : CaseRefused.Reason.NOT_TAKING_PART,
                    "Your agency doesn't take part in the whole case."));
        }
        if (actor.has(Role.ANALYST) || actor.has(Role.SUBMITTER)) {
            all.add(when(creator, "invite"));
        }
        boolean others = participation.of(its.id()).size() > 1;
        if ((actor.has(Role.ANALYST) || actor.has(Role.SUBMITTER)) && (creator ? others : whole)) {
            all.add(Allowed.yes("leave"));
        }
        all.add(Allowed.yes("recuse"));
        return all;
    }

    private static Allowed when(boolean creator, String action) {
        return Allowed.unless(
                action,
                creator ? null : CaseRefused.Reason.NOT_THE_CREATOR,
                "Only the agency that opened the case can do this.");
    }
}
