package lockstep.web.layout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.web.services.EvidenceService;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Of which exhibit versions the reader can ask for a release: told by evidence-service as the request would be answered. */
@ApplicationScoped
public class Askable {
    private static final List<String> ROLES =
            List.of("analyst", "reviewer", "legal", "voter", "chair", "release-officer", "publisher");

    /** As many as the service answers about in one question. */
    private static final int AT_ONCE = 100;

    private final EvidenceService evidence;
    private final Ui ui;

    Askable(@RestClient EvidenceService evidence, Ui ui) {
        this.evidence = evidence;
        this.ui = ui;
    }

    /** One version, in the case in which it is asked for. */
    public record Version(String caseId, String exhibitId, int version) {}

    /** {@code role}: false for whose roles ask for no releases. */
    public record Told(boolean role, Set<Version> versions) {
        public boolean can(String caseId, String exhibitId, int version) {
            return versions.contains(new Version(caseId, exhibitId, version));
        }

        /** The message that says why there is no link. */
        public String why() {
            return role ? "knows-not" : "role";
        }
    }

    public boolean hasRole() {
        return ROLES.stream().anyMatch(ui.me()::has);
    }

    public Told of(Collection<Version> wanted) {
        if (!hasRole()) {
            return new Told(false, Set.of());
        }
        Set<Version> can = new HashSet<>();
        Map<String, List<Version>> cases = wanted.stream().distinct().collect(Collectors.groupingBy(Version::caseId));
        cases.forEach((caseId, versions) -> {
            for (int from = 0; from < versions.size(); from += AT_ONCE) {
                can.addAll(inCase(caseId, versions.subList(from, Math.min(versions.size(), from + AT_ONCE))));
            }
        });
        return new Told(true, Set.copyOf(can));
    }

    private List<Version> inCase(String caseId, List<Version> wanted) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        wanted.forEach(
                one -> items.addObject().put("exhibitId", one.exhibitId()).put("version", one.version()));
        return evidence.askable(caseId, JsonNodeFactory.instance.objectNode().set("items", items))
                .path("items")
                .valueStream()
                .map(one -> new Version(
                        caseId,
                        one.path("exhibitId").asText(),
                        one.path("version").asInt()))
                .toList();
    }
}
