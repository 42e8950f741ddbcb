package lockstep.evidence.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.Ids;
import lockstep.evidence.source.SourceDesk.Taken;
import lockstep.kit.db.Sql;
import lockstep.kit.problem.FieldError;
import lockstep.kit.problem.ProblemException;

/** Names a colleague as a handler; nothing is open to the colleague until somebody else has confirmed it. */
@ApplicationScoped
public class NameHandler {
    private final SourceDesk desk;
    private final Sources sources;
    private final Sql sql;

    NameHandler(SourceDesk desk, Sources sources, Sql sql) {
        this.desk = desk;
        this.sources = sources;
        this.sql = sql;
    }

    @Transactional
    public void name(UUID exhibitId, String sub, Actor by) {
        Taken taken = desk.take(exhibitId, "exhibit.source-handler-named", by);
        taken.source().mayName(sub, by);
        Sources.Person colleague = sources.person(sub, by)
                .orElseThrow(() -> ProblemException.invalid(List.of(new FieldError(
                        "/sub", "unknown-person", "Nobody of your agency who has worked here has this id."))));
        Handler named = new Handler(
                Ids.next(desk.now()),
                sub,
                colleague.account(),
                by.sub(),
                by.account(),
                desk.now(),
                null,
                null,
                null,
                null);
        sql.update(
                "insert into source_handler (id, exhibit_id, case_id, originator, sub, account, sealed_it, named_by,"
                        + " named_account, named_at) values (?, ?, ?, ?, ?, ?, false, ?, ?, ?)",
                named.id(),
                exhibitId,
                taken.exhibit().caseId(),
                taken.exhibit().originator(),
                sub,
                colleague.account(),
                by.sub(),
                by.account(),
                desk.now());
        desk.done("exhibit.source-handler-named", taken, named, by);
    }
}
