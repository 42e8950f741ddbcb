package lockstep.listing.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Data that is {@code like} other data has the other's fields but for those that it gives itself; whole fields only. */
final class Likeness {
    private static final String LIKE = "like";
    private static final String TEMPLATE = "template";

    private final Map<String, Given> named = new HashMap<>();

    private record Given(ObjectNode data, String pointer) {}

    /** @param all the file's list of programmes and templates */
    Likeness(JsonNode all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof ObjectNode data) {
                String name = data.path(data.has(TEMPLATE) ? TEMPLATE : "code").asText();
                named.put(name, new Given(data, "/" + i));
            }
        }
    }

    /** True for data that is there to be like, and no programme itself. */
    static boolean template(JsonNode data) {
        return data.has(TEMPLATE);
    }

    /** A programme's data with all that it takes from others, and where in the file each field of it stands. */
    record Whole(ObjectNode data, String pointer, Map<String, String> fields) {

        /** The place in the file of a pointer into the programme's data. */
        String place(String within) {
            String field = within.isEmpty() ? "" : within.substring(1).split("/", 2)[0];
            return fields.getOrDefault(field, pointer) + within;
        }
    }

    /**
     * The whole of a programme's data.
     *
     * @throws Lost if what it is like isn't there, or is like it in turn
     */
    Whole whole(ObjectNode data, String pointer) throws Lost {
        Whole whole = new Whole(data.objectNode(), pointer, new LinkedHashMap<>());
        fill(whole, new Given(data, pointer), new HashSet<>());
        return whole;
    }

    private void fill(Whole whole, Given from, Set<String> seen) throws Lost {
        for (Map.Entry<String, JsonNode> field : from.data().properties()) {
            if (!List.of(LIKE, TEMPLATE).contains(field.getKey())
                    && whole.fields().putIfAbsent(field.getKey(), from.pointer()) == null) {
                whole.data().set(field.getKey(), field.getValue().deepCopy());
            }
        }
        if (from.data().has(LIKE)) {
            String name = from.data().get(LIKE).asText();
            Given other = named.get(name);
            if (other == null || !seen.add(other.pointer())) {
                throw new Lost(name, from.pointer() + "/" + LIKE);
            }
            fill(whole, other, seen);
        }
    }

    /** There is nothing of that name to be like, or only in a circle. */
    static final class Lost extends Exception {
        private static final long serialVersionUID = 1L;
        private final String pointer;

        private Lost(String name, String pointer) {
            super("nothing to be like: " + name);
            this.pointer = pointer;
        }

        /** Where in the file it is asked for. */
        String pointer() {
            return pointer;
        }
    }
}
