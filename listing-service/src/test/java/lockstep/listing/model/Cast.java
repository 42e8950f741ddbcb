package lockstep.listing.model;

import java.sql.SQLException;
import java.util.Locale;
import lockstep.kit.testing.Databases;
import lockstep.listing.testing.People;

/** Puts the seats and offices of a programme's people into force, once for all histories. */
final class Cast {
    private Cast() {}

    static void appoint(Procedure procedure) throws SQLException {
        String any = "model-" + procedure.code().toLowerCase(Locale.ROOT) + "-%";
        if (Databases.number("select count(*) from appointment where account like ?", any) > 0) {
            return;
        }
        for (Person person : Person.of(procedure)) {
            if (person.seat() != null) {
                People.appoint(person.account(), person.agency(), procedure.code(), person.seat(), null);
            }
            for (String office : person.offices()) {
                People.appoint(person.account(), person.agency(), procedure.code(), null, office);
            }
        }
    }
}
