package lockstep.web.exhibits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lockstep.web.layout.Form;
import lockstep.web.layout.MarkingChoices;
import lockstep.web.layout.Option;

/** What is said of an exhibit, or of all files of a batch, as a form asks and sends it. */
final class ExhibitForm {
    private ExhibitForm() {}

    /** What its fields can be. */
    public record Choices(
            List<Option> sources,
            List<Option> reliabilities,
            List<Option> credibilities,
            List<Option> uses,
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
                MarkingChoices.levels(),
                MarkingChoices.releases());
    }

    static ObjectNode description(Form form) {
        ObjectNode description = form.withMarking().filled();
        if (description.hasNonNull("credibility")) {
            description.put(
                    "credibility",
                    Integer.parseInt(description.get("credibility").asText("6")));
        }
        if (description.hasNonNull("collectedAt")) {
            description.put("collectedAt", description.get("collectedAt").asText() + "T00:00:00Z");
        }
        if (description.hasNonNull("languages")) {
            var languages = description.putArray("languages");
            for (String tag : form.text("languages").split("[,\\s]+")) {
                languages.add(tag);
            }
        }
        return description;
    }
}
