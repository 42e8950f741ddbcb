package lockstep.web.exhibits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lockstep.web.layout.Form;
import lockstep.web.layout.MarkingChoices;
import lockstep.web.layout.Option;
import lockstep.web.services.DescriptionDefaults;

/** What is said of an exhibit, or of all files of a batch, as a form asks and sends it. */
final class ExhibitForm {
    /** Where the values come from that the form began with; it is sent back and not on. */
    private static final String PROPOSED = "proposed";

    private ExhibitForm() {}

    /** What its fields can be. */
    public record Choices(
            List<Option> sources,
            List<Option> reliabilities,
            List<Option> credibilities,
            List<Option> uses,
            List<Option> personalData,
            List<Option> grades,
            List<Option> figures,
            List<Option> levels,
            List<Option> groups) {}

    static Choices choices() {
        return new Choices(
                Option.words(
                        "source",
                        List.of(
                                "OSINT",
                                "CUSTOMS",
                                "CORPORATE_REGISTRY",
                                "FINANCIAL",
                                "LAW_ENFORCEMENT",
                                "INTELLIGENCE",
                                "BATTLEFIELD_COMPONENT",
                                "EUC",
                                "COURT",
                                "MEDIA",
                                "PARTNER",
                                "COMPANY_DISCLOSURE",
                                "INFORMANT")),
                Option.words("reliability", List.of("A", "B", "C", "D", "E", "F")),
                Option.words("credibility", List.of("1", "2", "3", "4", "5", "6")),
                Option.words("use", List.of("PUBLIC", "DISCLOSABLE_TO_PARTY", "SUMMARY_ONLY", "LEAD_ONLY")),
                Option.words("personal-data", List.of("NONE", "PERSONAL", "SPECIAL_CATEGORIES")),
                bare("A", "B", "C", "D", "E", "F"),
                bare("1", "2", "3", "4", "5", "6"),
                MarkingChoices.levels(),
                MarkingChoices.releases());
    }

    /** For cells, whose heading says what they are. */
    private static List<Option> bare(String... values) {
        return Stream.of(values).map(value -> Option.of(value, value)).toList();
    }

    static ObjectNode description(Form form) {
        ObjectNode description = form.withMarking().filled();
        description.remove(PROPOSED);
        if (description.hasNonNull("credibility")) {
            description.put(
                    "credibility",
                    Integer.parseInt(description.get("credibility").asText("6")));
        }
        if (description.hasNonNull("collectedAt")) {
            description.put("collectedAt", description.get("collectedAt").asText() + "T00:00:00Z");
        }
        if (description.hasNonNull("languages")) {
            languages(description, form.text("languages"));
        }
        return description;
    }

    /** Codes with commas or spaces between; none for an empty text. */
    static void languages(ObjectNode description, String codes) {
        var languages = description.putArray("languages");
        for (String tag : codes.split("[,\\s]+")) {
            if (!tag.isEmpty()) {
                languages.add(tag);
            }
        }
    }

    /** A form that begins with what is proposed. */
    static Form proposed(DescriptionDefaults from) {
        Form form = Form.empty().with("languages", String.join(", ", from.languages()));
        if ("CASE".equals(from.from())) {
            form.with("sourceType", from.sourceType())
                    .with("reliability", from.reliability())
                    .with("credibility", String.valueOf(from.credibility()))
                    .with("relianceUse", from.relianceUse())
                    .with("personalData", Objects.requireNonNullElse(from.personalData(), ""));
        }
        return form.with(PROPOSED, from.from());
    }
}
