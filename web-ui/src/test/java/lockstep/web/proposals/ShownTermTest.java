package lockstep.web.proposals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lockstep.web.services.ProgrammeView;
import org.junit.jupiter.api.Test;

class ShownTermTest {

    @Test
    void terms_stand_in_the_programmes_order_with_dates_in_the_readers_form() throws JsonProcessingException {
        ProgrammeView banks = new ObjectMapper().readValue("""
                        {"code": "EU-833-XLV", "terms": [
                          {"code": "part", "label": "Part of the Annex", "type": "CHOICE", "choices": ["A", "B"]},
                          {"code": "applicableFrom", "label": "Applicable from", "type": "DATE"},
                          {"code": "windDownUntil", "label": "Wind-down until", "type": "DATE"},
                          {"code": "its-own", "label": "Its own", "type": "TEXT"}]}""", ProgrammeView.class);
        Map<String, String> values = new TreeMap<>(Map.of(
                "applicableFrom", "2026-12-02", "windDownUntil", "soon", "part", "B", "its-own", "x", "former", "y"));
        assertEquals(
                List.of(
                        new ShownTerm("Partie de l’annexe", "B"),
                        new ShownTerm("Applicable à partir du", "2 déc. 2026"),
                        new ShownTerm("Délai de cessation jusqu’au", "soon"),
                        new ShownTerm("Its own", "x"),
                        new ShownTerm("former", "y")),
                ShownTerm.of(banks, values, Locale.FRENCH));
    }
}
