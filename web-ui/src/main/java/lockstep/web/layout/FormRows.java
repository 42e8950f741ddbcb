package lockstep.web.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Building a tree from dotted field names; a part that is a number is a row, and rows close up when one is missing. */
final class FormRows {
    private static final int MOST_ROWS = 1000;

    private FormRows() {}

    static void set(ObjectNode root, String name, JsonNode value) {
        String[] parts = name.split("\\.");
        JsonNode at = root;
        for (int i = 0; i < parts.length - 1; i++) {
            at = child(at, parts[i], row(parts[i + 1]));
            if (at == null) {
                return;
            }
        }
        put(at, parts[parts.length - 1], value);
    }

    private static boolean row(String part) {
        return part.matches("[0-9]{1,3}");
    }

    private static JsonNode child(JsonNode parent, String part, boolean rows) {
        JsonNode there = parent.isArray() && row(part) ? parent.path(Integer.parseInt(part)) : parent.path(part);
        if (there.isContainerNode() && there.isArray() == rows) {
            return there;
        }
        if (there.isContainerNode()) {
            return null;
        }
        JsonNode made = rows ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
        put(parent, part, made);
        return made;
    }

    private static void put(JsonNode parent, String part, JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set(part, value);
        } else if (parent instanceof ArrayNode array && row(part)) {
            int index = Integer.parseInt(part);
            while (array.size() <= index && array.size() < MOST_ROWS) {
                array.addNull();
            }
            array.set(index, value);
        }
    }

    /** Takes out the gaps that a dropped row or a forged number leaves. */
    static void close(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (array.get(i).isNull()) {
                    array.remove(i);
                }
            }
        }
        node.forEach(FormRows::close);
    }

    static boolean add(ObjectNode root, String part) {
        JsonNode rows = root.at("/" + part.replace('.', '/'));
        if (rows instanceof ArrayNode array) {
            array.addObject();
        } else {
            ArrayNode made = JsonNodeFactory.instance.arrayNode();
            made.addObject();
            set(root, part, made);
        }
        return true;
    }

    static boolean drop(ObjectNode root, String row) {
        int dot = row.lastIndexOf('.');
        if (dot > 0
                && row(row.substring(dot + 1))
                && root.at("/" + row.substring(0, dot).replace('.', '/')) instanceof ArrayNode array) {
            int index = Integer.parseInt(row.substring(dot + 1));
            if (index < array.size()) {
                array.remove(index);
            }
        }
        return true;
    }

    static ObjectNode withoutEmpty(ObjectNode root) {
        ObjectNode copy = root.deepCopy();
        prune(copy);
        return copy;
    }

    private static boolean prune(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> prune(field.getValue()));
            return object.isEmpty();
        }
        if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (prune(array.get(i))) {
                    array.remove(i);
                }
            }
            return array.isEmpty();
        }
        return node.isNull() || node.asText().isEmpty();
    }
}
