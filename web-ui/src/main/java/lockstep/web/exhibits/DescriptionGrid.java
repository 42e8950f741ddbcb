package lockstep.web.exhibits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lockstep.web.layout.Field;
import lockstep.web.layout.Form;
import lockstep.web.layout.Kept;
import lockstep.web.services.BatchExhibitRow;
import lockstep.web.services.ExhibitView;

/**
 * The form behind the grid: the rows that may be described stand in it as {@code items.N}, each with what is said of it or
 * with what its writer has put there since.
 */
final class DescriptionGrid {
    static final String ITEMS = "items";

    /** What is set in the chosen rows, from fields of these names under {@code set}. */
    private static final List<String> SETTABLE = List.of(
            "title",
            "sourceType",
            "sourceUrl",
            "archivedUrl",
            "collectedAt",
            "languages",
            "reliability",
            "credibility",
            "relianceUse",
            "personalData");

    private static final String CHOSEN = "chosen";

    private static final String[] CELLS = {
        CHOSEN, "title", "sourceType", "collectedAt", "languages", "reliability", "credibility", "relianceUse"
    };

    private DescriptionGrid() {}

    /** A row of the page; {@code n} is its number in the form, or -1 where it can only be read. */
    public record Row(BatchExhibitRow of, int n, Form form) {
        public boolean isOpen() {
            return n >= 0;
        }

        public Field cell(String name) {
            return form.cell(ITEMS, n, name);
        }

        /** The row's own place. */
        public Field whole() {
            return form.field(ITEMS + "." + n);
        }

        /** What is wrong with the whole of it, or with what no cell shows. */
        public List<String> faults() {
            return Stream.of(whole(), cell("sourceUrl"), cell("archivedUrl"), cell("personalData"))
                    .filter(Field::isFaulty)
                    .map(Field::error)
                    .toList();
        }

        /** What no cell shows, so that the form sends it back. */
        public List<Kept> kept() {
            return form.restOf(ITEMS + "." + n, CELLS);
        }
    }

    /** A form that shows these rows, with what stands in the other one for those that it has. */
    static Form over(List<BatchExhibitRow> rows, Form sent) {
        Form form = Form.empty().with("reason", sent.text("reason"));
        SETTABLE.forEach(name -> form.with("set." + name, sent.text("set." + name)));
        List<BatchExhibitRow> open =
                rows.stream().filter(BatchExhibitRow::isOpen).toList();
        for (int n = 0; n < open.size(); n++) {
            String at = ITEMS + "." + n + ".";
            BatchExhibitRow row = open.get(n);
            said(form, at, row);
            sent(sent, row.exhibitId()).ifPresent(its -> its.properties()
                    .forEach(field ->
                            form.with(at + field.getKey(), field.getValue().asText(""))));
        }
        return form;
    }

    private static void said(Form form, String at, BatchExhibitRow row) {
        ExhibitView.Version latest = row.latest();
        form.with(at + "exhibitId", row.exhibitId())
                .with(at + "versionRead", String.valueOf(latest.version()))
                .with(at + "title", latest.title())
                .with(at + "sourceType", latest.sourceType())
                .with(at + "sourceUrl", Objects.requireNonNullElse(latest.sourceUrl(), ""))
                .with(at + "archivedUrl", Objects.requireNonNullElse(latest.archivedUrl(), ""))
                .with(at + "collectedAt", day(latest.collectedAt()))
                .with(at + "collectedWas", latest.collectedAt().toString())
                .with(at + "languages", String.join(", ", latest.languages()))
                .with(at + "reliability", latest.reliability())
                .with(at + "credibility", String.valueOf(latest.credibility()))
                .with(at + "relianceUse", latest.relianceUse())
                .with(at + "personalData", Objects.requireNonNullElse(latest.personalData(), ""));
    }

    private static Optional<JsonNode> sent(Form form, String exhibit) {
        return StreamSupport.stream(form.at(ITEMS).spliterator(), false)
                .filter(row -> row.path("exhibitId").asText().equals(exhibit))
                .findFirst();
    }

    /** Chooses all rows, or none. */
    static void choose(Form form, boolean all) {
        for (int n = 0; n < form.at(ITEMS).size(); n++) {
            form.with(ITEMS + "." + n + "." + CHOSEN, String.valueOf(all));
        }
    }

    /** Once what somebody else said meanwhile has been told of, saving again is said over it. */
    static void overLatest(Form form, int n, BatchExhibitRow row) {
        form.with(ITEMS + "." + n + ".versionRead", String.valueOf(row.latest().version()));
    }

    /** Puts what is filled in for the selection into the chosen rows; how many these are. Nothing is sent by it. */
    static int set(Form form) {
        int set = 0;
        for (int n = 0; n < form.at(ITEMS).size(); n++) {
            String at = ITEMS + "." + n + ".";
            if ("true".equals(form.text(at + CHOSEN))) {
                SETTABLE.stream()
                        .filter(name -> form.has("set." + name))
                        .forEach(name -> form.with(at + name, form.text("set." + name)));
                set++;
            }
        }
        return set;
    }

    /** All rows as they stand: evidence-service leaves alone what is said already. */
    static ObjectNode changes(Form form) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        changes.put("reason", form.text("reason"));
        ArrayNode items = changes.putArray(ITEMS);
        for (int n = 0; n < form.at(ITEMS).size(); n++) {
            items.add(change(form, ITEMS + "." + n + "."));
        }
        return changes;
    }

    private static ObjectNode change(Form form, String at) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        for (String name :
                List.of("exhibitId", "title", "sourceType", "sourceUrl", "archivedUrl", "reliability", "relianceUse")) {
            item.put(name, form.text(at + name));
        }
        if (form.has(at + "personalData")) {
            item.put("personalData", form.text(at + "personalData"));
        }
        number(item, "versionRead", form.text(at + "versionRead"));
        number(item, "credibility", form.text(at + "credibility"));
        ExhibitForm.languages(item, form.text(at + "languages"));
        String was = form.text(at + "collectedWas");
        String day = form.text(at + "collectedAt");
        if (!was.startsWith(day) || day.isEmpty()) {
            item.put("collectedAt", day + "T00:00:00Z");
        }
        return item;
    }

    /** What is no number goes as none: the service says so of the field. */
    private static void number(ObjectNode item, String name, String text) {
        if (text.matches("[0-9]{1,6}")) {
            item.put(name, Integer.parseInt(text));
        }
    }

    private static String day(Instant at) {
        return at.toString().substring(0, 10);
    }
}
