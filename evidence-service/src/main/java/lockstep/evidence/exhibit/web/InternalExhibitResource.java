package lockstep.evidence.exhibit.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.SystemActor;
import lockstep.evidence.access.AskedReader;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.Fields;
import lockstep.evidence.exhibit.FindExhibits;
import lockstep.evidence.exhibit.LookupRow;
import lockstep.evidence.exhibit.RefusedReaders;
import lockstep.evidence.exhibit.RefusedReaders.Refused;
import lockstep.kit.acting.Acting;
import lockstep.kit.feed.FeedReader;
import lockstep.kit.web.Internal;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What listing-service asks in its own name: about sets of readers, and about versions its jobs handle. */
@Internal
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Internal.ROLE)
@RunOnVirtualThread
public class InternalExhibitResource {
    private static final int READERS_MOST = 500;
    private static final int ITEMS_MOST = 5_000;

    private final FeedReader feed;
    private final RefusedReaders refusedReaders;
    private final FindExhibits find;

    public InternalExhibitResource(FeedReader feed, RefusedReaders refusedReaders, FindExhibits find) {
        this.feed = feed;
        this.refusedReaders = refusedReaders;
        this.find = find;
    }

    /**
     * Who of these may not open which of those.
     *
     * @param after position of listing-service's feed that must have been read before, or null
     * @param caseIds cases that the items must belong to; none: any
     * @param reviewed programme of a proposal that is about to be submitted: as if the readers took part in it; or null
     */
    public record Question(
            Long after, List<AskedReader> readers, List<VersionRef> items, List<UUID> caseIds, String reviewed) {}

    /** The refused pairs, and nothing about the others. */
    public record Answer(List<Refused> refused) {}

    /** Versions to describe. */
    public record Describe(List<VersionRef> items) {}

    /** Their descriptions. */
    public record Described(List<LookupRow> items) {}

    @POST
    @Path("access/refused")
    @Operation(hidden = true)
    public Answer refused(Question question) {
        Fields fields = new Fields();
        fields.list("/readers", question.readers(), READERS_MOST);
        fields.list("/items", question.items(), ITEMS_MOST);
        fields.refuseWrong();
        if (question.after() != null) {
            feed.pullThrough(question.after());
        }
        Set<UUID> cases = question.caseIds() == null ? Set.of() : Set.copyOf(question.caseIds());
        return Acting.as(
                new SystemActor("access-question", cases.isEmpty() ? exhibits(question.items()) : cases),
                () -> new Answer(refusedReaders.of(question.readers(), question.items(), cases, question.reviewed())));
    }

    @POST
    @Path("exhibits/describe")
    @Operation(hidden = true)
    public Described describe(Describe asked) {
        Fields fields = new Fields();
        fields.list("/items", asked.items(), ITEMS_MOST);
        fields.refuseWrong();
        return Acting.as(
                new SystemActor("describe-exhibits", exhibits(asked.items())),
                () -> new Described(find.describe(asked.items())));
    }

    private static Set<UUID> exhibits(List<VersionRef> items) {
        return items.stream().map(VersionRef::exhibitId).collect(Collectors.toSet());
    }
}
