package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.kit.db.Sql;
import lockstep.listing.proposal.LostEvidence.Lost;

/**
 * Who is told that a proposal lost evidence. The end of a release tells that there was one, so beside the proposing agency
 * it is told to those whom the release reached, and once to the programme's offices that ask for the evidence (G2, G10), to which
 * a draft isn't open.
 */
@ApplicationScoped
class Concerned {
    private static final String ELECTORATE = "electorate:";
    private static final String PARTIES = """
            select distinct y.agency from party y join proposal p on p.id = y.scope_id
             where p.case_id = ? and p.programme = ?""";
    private static final String TOLD = """
            insert into evidence_loss (event_id, proposal_id, revision, exhibit_id, version, everyone, offices, reached)
            select ?, s.proposal, s.revision, s.exhibit, s.version, ?, ? and not exists (select from evidence_loss l
                       where l.proposal_id = s.proposal and l.revision = s.revision and l.exhibit_id = s.exhibit
                         and l.version = s.version and l.offices), ?
              from (values (?, ?, ?, ?)) s (proposal, revision, exhibit, version)""";

    private final Agencies agencies;
    private final Sql sql;

    Concerned(Agencies agencies, Sql sql) {
        this.agencies = agencies;
        this.sql = sql;
    }

    /** What befell the exhibit itself. */
    void everyone(UUID event, Proposal its, Lost lost) {
        told(event, its, lost, true, List.of());
    }

    /** {@code to}: an agency, a group or an electorate, as the release named it; null where it named nobody. */
    void byRelease(UUID event, Proposal its, Lost lost, String to) {
        told(event, its, lost, false, reached(its.caseId(), to));
    }

    private void told(UUID event, Proposal its, Lost lost, boolean everyone, List<String> reached) {
        sql.update(
                TOLD,
                event,
                everyone,
                !everyone && Deeds.submitted(its),
                reached,
                its.id(),
                its.revision(),
                lost.exhibitId(),
                lost.versions().getFirst());
    }

    private List<String> reached(UUID caseId, String to) {
        if (to == null) {
            return List.of();
        }
        if (to.startsWith(ELECTORATE)) {
            return sql.rows(PARTIES, row -> row.getString(1), caseId, to.substring(ELECTORATE.length()));
        }
        return agencies.all().stream()
                .filter(one -> one.code().equals(to) || one.groups().contains(to))
                .map(Agency::code)
                .toList();
    }
}
