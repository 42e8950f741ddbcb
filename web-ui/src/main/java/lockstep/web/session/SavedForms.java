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
     */
    public record SavedForm(String path, String back, String effect, Map<String, List<String>> fields) {}

    public String keep(SavedForm form, String sub) {
        try {
            return rows.keepForm(
                    json.writeValueAsString(form), sub, clock.instant().plus(LASTS));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Optional<SavedForm> find(String id, String sub) {
        return rows.form(id, sub).map(this::read);
    }

    private SavedForm read(String text) {
        try {
            return json.readValue(text, SavedForm.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
