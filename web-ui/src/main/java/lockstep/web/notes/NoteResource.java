package lockstep.web.notes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Ui;
import lockstep.web.services.ListingService;
import lockstep.web.services.NoteView;
import lockstep.web.services.PackageView;
import lockstep.web.services.ProposalView;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Letting others read what one's agency noted: asked on a page of its own, because there is no way back. */
@Path("/")
@RunOnVirtualThread
public class NoteResource {
    private static final String PAGE = "{kind: proposals|packages}/{on}/notes/{id}/act/{action}";

    private final ListingService listing;
    private final Ui ui;

    NoteResource(@RestClient ListingService listing, Ui ui) {
        this.listing = listing;
        this.ui = ui;
    }

    @GET
    @Path(PAGE)
    public TemplateInstance ask(
            @PathParam("kind") String kind,
            @PathParam("on") String on,
            @PathParam("id") String id,
            @PathParam("action") String action) {
        ActForm act = ActForm.of("note", action);
        NoteView its = find(kind, on, id);
        Closed.unless(its.allowedActions(), "note", action, "/" + kind + "/" + on);
        return asking(kind, on, its, act, Form.empty());
    }

    @POST
    @Path(PAGE)
    public Object act(
            @PathParam("kind") String kind,
            @PathParam("on") String on,
            @PathParam("id") String id,
            @PathParam("action") String action,
            MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("note", action);
        Form form = Form.posted(fields, "/" + kind + "/" + on, act.label());
        String audience = "widen-to-case".equals(action) ? "CASE" : "ELECTORATE";
        try {
            listing.act(
                    "notes",
                    id,
                    act.verb(),
                    JsonNodeFactory.instance.objectNode().put("audience", audience),
                    form.once());
            return Go.done("/" + kind + "/" + on, "note-widened");
        } catch (Refusal refusal) {
            return asking(kind, on, find(kind, on, id), act, form.refused(refusal));
        }
    }

    private NoteView find(String kind, String on, String id) {
        return listing.notes(kind, on).items().stream()
                .filter(note -> note.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private TemplateInstance asking(String kind, String on, NoteView its, ActForm act, Form form) {
        return ActPage.show(
                act,
                form,
                ActPage.About.of(titleOf(kind, on), "/" + kind + "/" + on)
                        .withFacts(List.of(
                                new ActPage.Fact(Messages.text(ui.language(), "note.text"), its.text()),
                                new ActPage.Fact(
                                        Messages.text(ui.language(), "note.audience"),
                                        Messages.text(ui.language(), "audience." + its.audience())))));
    }

    /** What the note is on, with its marking shown. */
    private String titleOf(String kind, String on) {
        if ("packages".equals(kind)) {
            PackageView its = listing.packageView(on);
            ui.shows(its.marking());
            return its.number() + " · " + its.title();
        }
        ProposalView its = listing.proposal(on);
        ui.shows(its.marking());
        return its.text().subject().name();
    }
}
