package lockstep.web.layout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
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
     */
    public record About(
            String title,
            SubjectBrief subject,
            String back,
            List<Fact> facts,
            List<Fact> hidden,
            List<Option> entries,
            List<Option> agencies) {

        public static About of(String title, String back) {
            return new About(title, null, back, List.of(), List.of(), List.of(), List.of());
        }
    }

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

    public static TemplateInstance show(ActForm act, Form form, About about) {
        return Templates.act(
                act,
                form,
                about,
                act.shown(form, about.entries(), about.agencies()),
                Ui.current().path(),
                stronger(act));
    }

    /** Said beforehand, so that the login that follows is no surprise; the service decides. */
    private static boolean stronger(ActForm act) {
        return switch (act.family()) {
            case "round" -> !"mediate".equals(act.action());
            case "record", "listing", "embargo" -> true;
            case "correction" -> !"withdraw".equals(act.action());
            case "appointment" -> !"absence".equals(act.action());
            case "package" -> !List.of("note", "impact-note").contains(act.action());
            case "proposal" -> "find-sufficient".equals(act.action());
            default -> false;
        };
    }
}
