package lockstep.web.layout;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import java.util.Map;
import lockstep.web.services.ProgrammeView;

/** What a programme's authority calls what it prints, and in which zone the moment counts: the words of its forms' fields. */
public final class PrintWords {

    private PrintWords() {}

    public static Map<String, ActPage.FieldWords> of(ProgrammeView programme) {
        Locale language = Ui.current().language();
        return Map.of(
                "reference", new ActPage.FieldWords(printLabel(programme), printHint(programme)),
                "seenAt",
                        new ActPage.FieldWords(
                                Messages.text(language, "field.seenAt"),
                                Messages.text(language, "schedule.release-hint", programme.zone())));
    }

    /** In the reader's language where the bundles know the programme, else in the programme's own words. */
    @TemplateExtension
    static String printLabel(ProgrammeView programme) {
        return Messages.find(Ui.current().language(), "print-reference." + programme.code())
                .orElse(programme.print().reference());
    }

    /** What the number of an entry is called, likewise. */
    @TemplateExtension
    static String numberLabel(ProgrammeView programme) {
        return Messages.find(Ui.current().language(), "number-label." + programme.code())
                .orElse(programme.output().numberLabel());
    }

    /** An example of it, where the programme has one. */
    @TemplateExtension
    static String printHint(ProgrammeView programme) {
        String example = programme.print().example();
        return example == null ? "" : Messages.text(Ui.current().language(), "print.example", example);
    }
}
