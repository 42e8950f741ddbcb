package lockstep.web.exhibits;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import lockstep.web.layout.Acts;
import lockstep.web.layout.Ui;
import lockstep.web.services.AllowedAction;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.KeepingView;
import lockstep.web.services.Refusal;
import lockstep.web.services.SpillService;
import lockstep.web.services.SpillView;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** An exhibit of the reader's agency that its marking hides from him, who answers for it: what he can do, and nothing of it. */
@ApplicationScoped
class UnreadPage {
    private static final List<String> ANSWERING = List.of("release-officer", "registrar");

    private final EvidenceService evidence;
    private final SpillService spills;
    private final Ui ui;

    UnreadPage(@RestClient EvidenceService evidence, @RestClient SpillService spills, Ui ui) {
        this.evidence = evidence;
        this.spills = spills;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "exhibits")
    static class Templates {
        static native TemplateInstance unread(String id, KeepingView keeping, SpillView spill, Acts acts);
    }

    /** In place of what was refused; for everybody else it stays refused. */
    TemplateInstance instead(Refusal refusal, String id) {
        if (refusal.status() != 404 || ANSWERING.stream().noneMatch(ui.me()::has)) {
            throw refusal;
        }
        KeepingView keeping = evidence.keeping(id);
        SpillView spill = spills.spill(id);
        List<AllowedAction> all = Stream.of(keeping.allowedActions(), ExhibitResource.freezing(spill))
                .flatMap(List::stream)
                .toList();
        return Templates.unread(id, keeping, spill, Acts.of(all, "exhibit", action -> ExhibitResource.at(id, action)));
    }
}
