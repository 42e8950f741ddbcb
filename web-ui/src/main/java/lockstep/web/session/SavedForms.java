package lockstep.web.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person had filled in when a stronger login was asked: kept sealed for a quarter of an hour, for that person. */
@ApplicationScoped
public class SavedForms {
    static final Duration LASTS = Duration.ofMinutes(15);

    private final SessionRows rows;
    private final ObjectMapper json;
    private final InstantSource clock = InstantSource.system();

    SavedForms(SessionRows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /**
     * One form as it was sent.
     *
     * @param path where it was sent to
     * @param back the page that it was sent from
     * @param effect what it does, in words
     * @param sentTo where sending it has led; null until it is sent
     */
    public record SavedForm(String path, String back, String effect, Map<String, List<String>> fields, String sentTo) {}

    public String keep(SavedForm form, String sub) {
        return rows.keepForm(text(form), sub, clock.instant().plus(LASTS));
    }

    /** Of a form that is sent only what it did is kept: whoever comes back to it sees that, and sends nothing twice. */
    void sent(String id, String sub, String to) {
        find(id, sub)
                .ifPresent(form -> rows.replaceForm(
                        id, text(new SavedForm(form.path(), form.back(), form.effect(), Map.of(), to)), sub));
    }

    Optional<SavedForm> find(String id, String sub) {
        return rows.form(id, sub).map(this::read);
    }

    private String text(SavedForm form) {
        try {
            return json.writeValueAsString(form);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SavedForm read(String text) {
        try {
            return json.readValue(text, SavedForm.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
