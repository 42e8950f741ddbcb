package lockstep.web.layout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One value that no field of a form shows, by its dotted name: the page sends it back as it was. */
public record Kept(String name, String value) {

    /** All values of a part (empty: the whole form) but those of the fields that are shown. */
    static List<Kept> beside(List<String> shown, String part, JsonNode content) {
        List<Kept> kept = new ArrayList<>();
        content.properties().forEach(field -> {
            if (!shown.contains(field.getKey())) {
                collect(part.isEmpty() ? field.getKey() : part + "." + field.getKey(), field.getValue(), kept);
            }
        });
        return kept;
    }

    private static void collect(String name, JsonNode value, List<Kept> into) {
        if (value.isObject()) {
            value.properties().forEach(field -> collect(name + "." + field.getKey(), field.getValue(), into));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(value.get(i).isContainerNode() ? name + "." + i : name + "[]", value.get(i), into);
            }
        } else if (!value.isNull()) {
            into.add(new Kept(name, value.asText()));
        }
    }
}
