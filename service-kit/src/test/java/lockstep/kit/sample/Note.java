package lockstep.kit.sample;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import lockstep.auth.Marking;
import lockstep.kit.db.StoredMarking;

/** An agency's note; no two have the same text. */
@Entity
public class Note {
    @Id
    UUID id;

    @Version
    long version;

    String owner;
    String text;

    @Embedded
    StoredMarking marking;

    protected Note() {}

    Note(UUID id, String owner, String text, Marking marking) {
        this.id = id;
        this.owner = owner;
        this.text = text;
        this.marking = StoredMarking.of(marking);
    }
}
