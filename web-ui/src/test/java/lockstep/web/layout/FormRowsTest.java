package lockstep.web.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

class FormRowsTest {
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    private void set(String name, String value) {
        FormRows.set(root, name, TextNode.valueOf(value));
    }

    private void holds(String json) throws JsonProcessingException {
        assertEquals(new ObjectMapper().readTree(json), root);
    }

    @Test
    void a_dotted_name_is_a_place_in_the_tree() throws JsonProcessingException {
        set("type", "COMPANY");
        set("names.0.full", "Meridian");
        set("names.1.full", "子午谷");

        holds("{\"type\":\"COMPANY\",\"names\":[{\"full\":\"Meridian\"},{\"full\":\"子午谷\"}]}");
    }

    @Test
    void rows_close_up_where_one_is_missing() throws JsonProcessingException {
        set("names.0.full", "one");
        set("names.5.full", "six");
        FormRows.close(root);

        holds("{\"names\":[{\"full\":\"one\"},{\"full\":\"six\"}]}");
    }

    @Test
    void a_row_is_added_and_dropped() throws JsonProcessingException {
        set("names.0.full", "one");
        FormRows.add(root, "names");
        set("names.1.full", "two");
        FormRows.drop(root, "names.0");

        holds("{\"names\":[{\"full\":\"two\"}]}");
    }

    @Test
    void what_is_empty_is_not_sent() throws JsonProcessingException {
        set("names.0.full", "");
        set("title", "kept");

        assertEquals(new ObjectMapper().readTree("{\"title\":\"kept\"}"), FormRows.withoutEmpty(root));
    }

    @Test
    void a_forged_name_breaks_nothing() throws JsonProcessingException {
        set("a.0.b", "x");
        set("a.b.c", "y");
        set("a.999999999.b", "z");

        holds("{\"a\":[{\"b\":\"x\"}]}");
    }
}
