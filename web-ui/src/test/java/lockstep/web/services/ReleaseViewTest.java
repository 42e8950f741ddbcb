package lockstep.web.services;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseViewTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static void item(ObjectNode request, String exhibit, Boolean granted) {
        request.withArray("items")
                .addObject()
                .put("exhibitId", exhibit)
                .put("version", 1)
                .put("granted", granted);
    }

    @ParameterizedTest
    @CsvSource({"REVOKED", "EXPIRED"})
    void what_was_refused_in_part_is_neither_revoked_nor_run_out(String status) {
        ObjectNode request = JSON.createObjectNode().put("status", status);
        item(request, "given", true);
        item(request, "refused", false);
        ReleaseView view = JSON.convertValue(request, ReleaseView.class);
        assertEquals(status, view.statusOf("given"));
        assertEquals("DENIED", view.statusOf("refused"));
    }

    @ParameterizedTest
    @CsvSource({"REQUESTED", "WITHDRAWN", "PARTIAL"})
    void what_has_not_ended_stands_as_the_request_does(String status) {
        ObjectNode request = JSON.createObjectNode().put("status", status);
        item(request, "asked", null);
        assertEquals(status, JSON.convertValue(request, ReleaseView.class).statusOf("asked"));
    }
}
