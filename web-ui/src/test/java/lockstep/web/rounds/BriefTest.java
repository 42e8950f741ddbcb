package lockstep.web.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lockstep.web.services.PackageView;
import lockstep.web.services.ProgrammeView;
import org.junit.jupiter.api.Test;

/** The brief says what the decision brings about, for each kind of its entries. */
class BriefTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<String> effects(String programme, Locale language, String... kinds)
            throws JsonProcessingException {
        String entries = Arrays.stream(kinds)
                .map(kind -> kind.split("/"))
                .map(kind -> "{\"kind\":\"" + kind[0] + "\",\"ground\":\"TRANSHIPMENT\",\"listedBy\":[]"
                        + (kind.length > 1 ? ",\"sheet\":\"" + kind[1] + "\"" : "") + "}")
                .collect(Collectors.joining(",", "{\"entries\":[", "]}"));
        return Brief.of(
                        JSON.readValue(entries, PackageView.class),
                        JSON.readValue(
                                "{\"code\":\"" + programme + "\",\"name\":\"Regulation (EC) No 2580/2001\"}",
                                ProgrammeView.class),
                        language)
                .effects();
    }

    @Test
    void an_addition_begins_what_a_removal_ends() throws JsonProcessingException {
        assertEquals(
                List.of("Added, 2 entries: the ban on transactions with a listed party begins."),
                effects("EU-833-XLV", Locale.ENGLISH, "ADD", "ADD"));
        assertEquals(
                List.of("Removed, 1 entry: the ban on transactions with a listed party ends."),
                effects("EU-833-XLV", Locale.ENGLISH, "REMOVE"));
        assertEquals(
                List.of("Retrait, 1 entrée\u202f: l’interdiction des transactions avec une partie inscrite prend fin."),
                effects("EU-833-XLV", Locale.FRENCH, "REMOVE"));
    }

    @Test
    void a_mixed_package_says_each_and_a_sheet_says_it_for_its_entry() throws JsonProcessingException {
        assertEquals(
                List.of(
                        "Amended, 1 entry: the ban on transactions with a listed party goes on, with changed data.",
                        "Removed, 1 entry: the ban on transactions with a listed party ends.",
                        "Renewed, 2 entries: the ban on transactions with a listed party goes on for the next period."),
                effects("EU-833-XLV", Locale.ENGLISH, "RENEW/KEEP", "RENEW", "RENEW/AMEND", "RENEW/DROP"));
        assertEquals(
                List.of(
                        "Confirmed, 1 entry: the freeze of a listed party’s assets, with whatever else its terms impose,"
                                + " is made to last beyond the urgent period."),
                effects("UK-RUS", Locale.ENGLISH, "CONFIRM"));
    }

    @Test
    void a_programme_without_words_is_told_by_its_legal_name() throws JsonProcessingException {
        assertEquals(
                List.of("Added, 1 entry: the measure under “Regulation (EC) No 2580/2001” begins."),
                effects("EU-2580", Locale.ENGLISH, "ADD"));
    }
}
