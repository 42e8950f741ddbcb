package lockstep.evidence.workbook.inside;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lockstep.evidence.apart.NotReadable;

/** What a part names as belonging to it. What lies outside of the file is left out, so that nothing can follow it. */
final class Relations {
    private record Target(String type, String part) {}

    private final Map<String, Target> byId = new HashMap<>();

    private Relations() {}

    /** Those of the part of this name; of the file itself for the empty name. */
    static Relations of(Contents contents, String part) throws IOException, NotReadable {
        Relations relations = new Relations();
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String its = folder + "_rels/" + part.substring(slash) + ".rels";
        if (!contents.has(its)) {
            return relations;
        }
        try (Xml in = contents.xml(its)) {
            while (in.next()) {
                if (in.begins("Relationship") && !"External".equals(in.attribute("TargetMode"))) {
                    relations.byId.put(
                            in.attribute("Id"),
                            new Target(in.attribute("Type"), resolved(folder, in.attribute("Target"))));
                }
            }
        }
        return relations;
    }

    /** The types stand in two namespaces, which end alike. */
    Optional<String> first(String type) {
        return byId.values().stream()
                .filter(target -> target.type().endsWith("/" + type))
                .map(Target::part)
                .findFirst();
    }

    Optional<String> part(String id, String type) {
        return Optional.ofNullable(byId.get(id))
                .filter(target -> target.type().endsWith("/" + type))
                .map(Target::part);
    }

    private static String resolved(String folder, String target) {
        Deque<String> path = new ArrayDeque<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.add(step);
            }
        }
        return String.join("/", path);
    }
}
