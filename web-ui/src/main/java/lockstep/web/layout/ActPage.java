package lockstep.web.layout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import lockstep.web.services.Confirmation;
import lockstep.web.services.SubjectBrief;

/** The page of one act: what it is about, what it does, its fields, one button. */
public final class ActPage {

    private ActPage() {}

    /**
     * What the act is about.
     *
     * @param back the page that it was chosen on, and where one comes back to
     * @param facts label and value in turn
     * @param hidden fields that say what the reader has read: revision or package hash
     * @param choices what can be chosen in a field of agencies, packages, seats or entries
     * @param warning what should be known before one acts; null for nothing
     * @param difference two texts in one, where the act is about their difference
     * @param words of fields that are called otherwise here, by the field's name
     */
    public record About(
            String title,
            SubjectBrief subject,
            String back,
            String warning,
            List<Fact> facts,
            List<Fact> hidden,
            List<Option> choices,
            Map<String, FieldWords> words,
            List<Confirmation.Run> difference) {

        public static About of(String title, String back) {
            return new About(title, null, back, null, List.of(), List.of(), List.of(), Map.of(), List.of());
        }

        public About withSubject(SubjectBrief its) {
            return new About(title, its, back, warning, facts, hidden, choices, words, difference);
        }

        public About withWarning(String its) {
            return new About(title, subject, back, its, facts, hidden, choices, words, difference);
        }

        public About withFacts(List<Fact> its) {
            return new About(title, subject, back, warning, its, hidden, choices, words, difference);
        }

        public About withHidden(List<Fact> its) {
            return new About(title, subject, back, warning, facts, its, choices, words, difference);
        }

        public About withChoices(List<Option> its) {
            return new About(title, subject, back, warning, facts, hidden, its, words, difference);
        }

        public About withWords(Map<String, FieldWords> its) {
            return new About(title, subject, back, warning, facts, hidden, choices, its, difference);
        }

        public About withDifference(List<Confirmation.Run> its) {
            return new About(title, subject, back, warning, facts, hidden, choices, words, its);
        }
    }

    /** How a field is called and what is said beside it. */
    public record FieldWords(String label, String hint) {}

    /** A name with its value. */
    public record Fact(String name, String value) {}

    @CheckedTemplate(basePath = "layout")
    static class Templates {
        static native TemplateInstance act(
                ActForm act,
                Form form,
                ActPage.About about,
                List<ActForm.ShownField> fields,
                String here,
                boolean stronger);
    }

    /** A form that asks for a choice where there is nothing to choose from is closed too. */
    public static TemplateInstance show(ActForm act, Form form, About about) {
        if (act.asksForChoice() && about.choices().isEmpty()) {
            throw Closed.nothingToChoose(act, about.back());
        }
        return Templates.act(
                act, form, about, act.shown(form, about), Ui.current().path(), stronger(act));
    }

    /** Said beforehand, so that the login that follows is no surprise; the service decides. */
    private static boolean stronger(ActForm act) {
        return switch (act.family()) {
            case "round" -> !"mediation-note".equals(act.action());
            case "listing" -> !"receive-observations".equals(act.action());
            case "record", "embargo" -> true;
            case "release" -> !"withdraw".equals(act.action());
            case "exhibit" ->
                act.action().endsWith("scan-override")
                        || act.action().contains("source")
                        || act.action().contains("handler")
                        || List.of(
                                        "lift-hold",
                                        "propose-disposal",
                                        "confirm-disposal",
                                        "propose-purge",
                                        "confirm-settlement")
                                .contains(act.action());
            case "correction" -> !"withdraw".equals(act.action());
            case "appointment" -> !"absence".equals(act.action());
            case "package" -> !List.of("note", "impact-note").contains(act.action());
            case "proposal" -> "find-sufficient".equals(act.action());
            default -> false;
        };
    }
}
