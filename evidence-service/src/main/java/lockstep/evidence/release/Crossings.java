package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.evidence.transfer.PersonalData;
import lockstep.evidence.transfer.Transfer;
import lockstep.evidence.transfer.TransferRules;
import lockstep.kit.db.Sql;

/** Whether a release takes personal data to another legal order. */
@ApplicationScoped
class Crossings {
    private final TransferRules rules;
    private final Sql sql;

    Crossings(TransferRules rules, Sql sql) {
        this.rules = rules;
        this.sql = sql;
    }

    /** What has to be chosen if these versions go out; empty: nothing has. */
    Optional<Transfer.Choice> choice(ReleaseRequest request, Collection<AskedVersion> goingOut) {
        boolean personal = goingOut.stream().anyMatch(its -> PersonalData.mayBe(its.personalData()));
        return personal ? rules.choice(request.originator(), reached(request)) : Optional.empty();
    }

    /** A group is expanded now; an electorate has its programme's countries, and those that are party to it in this case. */
    private Set<String> reached(ReleaseRequest request) {
        if (request.kind() == ReleaseKind.DOWNGRADE) {
            return rules.reachedBy(request.marking().relTo());
        }
        String name = request.to().name();
        return switch (request.to().kind()) {
            case AGENCY, GROUP -> rules.reachedBy(List.of(name));
            case ELECTORATE -> {
                Set<String> reached = new HashSet<>(rules.electorate(name));
                reached.addAll(rules.reachedBy(sql.rows(
                        "select distinct agency from party where case_id = ? and programme = ?",
                        row -> row.getString(1),
                        request.caseId(),
                        name)));
                yield reached;
            }
        };
    }
}
