package lockstep.web.releases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lockstep.web.layout.Field;
import lockstep.web.layout.Form;
import lockstep.web.layout.Option;
import lockstep.web.services.RedactionService;
import lockstep.web.services.RedactionsView;
import lockstep.web.services.ReleaseView;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Which redacted copy goes out in the place of an item: chosen by whoever decides, among those that may. */
@ApplicationScoped
class RedactedCopies {
    /** The form's field; each row names an item, and the copy or nothing. */
    private static final String ROWS = "redactedCopies";

    private final RedactionService redactions;

    RedactedCopies(@RestClient RedactionService redactions) {
        this.redactions = redactions;
    }

    /** An item that has copies, and the fields that ask which one goes out. */
    record Choice(String title, String item, Field itemField, Field copy, List<Option> options) {}

    /** A copy that goes out instead of an item. */
    record Chosen(String title, String copyTitle) {}

    List<Choice> choices(ReleaseView of, Form form) {
        List<Choice> choices = new ArrayList<>();
        for (ReleaseView.Item item : of.items()) {
            List<Option> options = copies(of, item)
                    .map(pair -> Option.of(pair.copy().ref(), pair.title()))
                    .toList();
            if (!options.isEmpty()) {
                int row = choices.size();
                choices.add(new Choice(
                        item.title(), item.ref(), form.cell(ROWS, row, "item"), form.cell(ROWS, row, "copy"), options));
            }
        }
        return choices;
    }

    /** A downgrade lowers what is there: nothing goes out in its place. */
    private Stream<RedactionsView.Pair> copies(ReleaseView of, ReleaseView.Item item) {
        return "DOWNGRADE".equals(of.kind()) || item.title() == null
                ? Stream.empty()
                : redactions.about(item.exhibitId()).copies().stream()
                        .filter(pair -> pair.fit() && pair.of().version() == item.version());
    }

    List<Chosen> chosen(ReleaseView of, Form form) {
        return rows(form)
                .flatMap(row -> of.items().stream()
                        .filter(item -> item.ref().equals(row[0]))
                        .flatMap(item -> copies(of, item)
                                .filter(pair -> pair.copy().ref().equals(row[1]))
                                .map(pair -> new Chosen(item.title(), pair.title()))))
                .toList();
    }

    /** As the service takes it: only of what is granted. */
    static void into(ObjectNode decision, Form form) {
        ArrayNode copies = decision.putArray(ROWS);
        List<String> granted = form.field("items").values();
        rows(form).filter(row -> granted.contains(row[0])).forEach(row -> {
            ObjectNode one = copies.addObject();
            ReleaseResource.ref(one, row[0]);
            ReleaseResource.ref(one.putObject("copy"), row[1]);
        });
    }

    private static Stream<String[]> rows(Form form) {
        return form.rows(ROWS, 0).stream()
                .map(row -> new String[] {form.text(row.name() + ".item"), form.text(row.name() + ".copy")})
                .filter(row -> !row[0].isEmpty() && !row[1].isEmpty());
    }
}
