package lockstep.evidence.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.source.SourceDesk.Taken;
import lockstep.evidence.source.Sources.Kept;
import lockstep.evidence.storage.ContentDamaged;
import lockstep.evidence.storage.SealedTexts;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.journal.ReadLog;
import lockstep.kit.problem.FieldError;
import lockstep.kit.problem.ProblemException;
import org.jboss.logging.Logger;

/** Opens a protected source to one of its handlers: told to the others first, and only then given out. */
@ApplicationScoped
public class OpenSource {
    private static final Logger LOG = Logger.getLogger(OpenSource.class);
    private static final String OPENED = "exhibit.source-opened";

    private final SourceDesk desk;
    private final Sources sources;
    private final SealedTexts texts;
    private final ObjectMapper json;
    private final ReadLog reads;

    OpenSource(SourceDesk desk, Sources sources, SealedTexts texts, ObjectMapper json, ReadLog reads) {
        this.desk = desk;
        this.sources = sources;
        this.texts = texts;
        this.json = json;
        this.reads = reads;
    }

    /** What a handler may open. */
    public record Opening(Taken taken, Kept kept) {}

    /** That a source was opened, and what for. */
    record Opened(UUID exhibitId, int version, String purpose) {}

    /** Nothing is opened or journalled yet. */
    @ReadOnly
    public Opening find(UUID exhibitId, Actor by) {
        Taken taken = desk.look(exhibitId, OPENED, by);
        taken.source().mayHandle(by);
        return new Opening(
                taken, sources.kept(exhibitId).orElseThrow(() -> new ExhibitRefused(Reason.NO_PROTECTED_SOURCE)));
    }

    /** The purpose stands in the custody, so it must not say what is sealed. */
    public SourceDetails journalled(Opening opening, String purpose, Actor by) {
        SourceDetails details = opened(opening);
        if (details.toldBy(purpose)) {
            throw ProblemException.invalid(List.of(new FieldError(
                    "/purpose", "tells-the-source", "The custody keeps this: say it without naming the source.")));
        }
        Taken taken = opening.taken();
        Opened payload = new Opened(taken.exhibit().id(), taken.latest().n(), purpose);
        reads.read(desk.entry(OPENED, taken, null, by, payload));
        return details;
    }

    private SourceDetails opened(Opening opening) {
        UUID exhibitId = opening.taken().exhibit().id();
        try {
            byte[] plain =
                    texts.open(opening.kept().id(), exhibitId, opening.kept().sealed());
            return json.readValue(plain, SourceDetails.class);
        } catch (ContentDamaged damaged) {
            LOG.errorf(damaged, "the sealed source of exhibit %s", exhibitId);
            throw new ExhibitRefused(Reason.CONTENT_DAMAGED, damaged);
        } catch (IOException impossible) {
            // Without its cause, whose message would quote what was sealed.
            throw new IllegalStateException("the sealed source of exhibit " + exhibitId + " is not in its form");
        }
    }
}
