package lockstep.web.exhibits;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Messages;
import lockstep.web.layout.SentFile;
import lockstep.web.layout.Ui;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.HistoryItem;
import lockstep.web.services.Me;
import lockstep.web.services.Refusal;
import lockstep.web.services.Traces;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Whose copy a leaked PDF was; the file stays here no longer than its request. */
@Path("/traces")
@RunOnVirtualThread
public class TraceResource {
    private static final List<String> TRACING = List.of("release-officer", "registrar", "auditor");

    private final EvidenceService evidence;
    private final Ui ui;

    TraceResource(@RestClient EvidenceService evidence, Ui ui) {
        this.evidence = evidence;
        this.ui = ui;
    }

    /** Whose page it is. */
    public static boolean mayTrace(Me somebody) {
        return TRACING.stream().anyMatch(somebody::has);
    }

    /** What came of it; {@code others} of its marks are of copies whose readers are not the asker's to know. */
    public record Told(List<HistoryItem> opened, int others) {}

    @CheckedTemplate(basePath = "exhibits")
    static class Templates {
        static native TemplateInstance trace(Form form, Told told);
    }

    @GET
    public TemplateInstance ask() {
        Closed.unless(mayTrace(ui.me()), "trace.title", "/releases");
        return Templates.trace(Form.empty(), null);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public TemplateInstance trace(MultipartFormDataInput input) throws IOException {
        SentFile file = SentFile.of(input);
        Form form = Form.posted(SentFile.fields(input), "/traces", Messages.text(ui.language(), "trace.title"));
        if (file.isEmpty()) {
            return Templates.trace(form.fault("file", Messages.text(ui.language(), "exhibit.no-file")), null);
        }
        try (InputStream leaked = file.open()) {
            Traces traces = evidence.trace(leaked);
            List<HistoryItem> opened =
                    traces.items().stream().map(Traces.Found::opened).toList();
            opened.forEach(this::marked);
            return Templates.trace(form, new Told(opened, traces.marks() - opened.size()));
        } catch (Refusal refusal) {
            return Templates.trace(form.refused(refusal).asked(field -> "file"), null);
        } finally {
            file.forget();
        }
    }

    /** What was said to open an exhibit for is as sensitive as the exhibit; an auditor may not see that. */
    private void marked(HistoryItem opened) {
        try {
            evidence.exhibit(opened.aggregateId()).versions().forEach(version -> ui.shows(version.marking()));
        } catch (Refusal refusal) {
            if (refusal.status() != 404) {
                throw refusal;
            }
        }
    }
}
