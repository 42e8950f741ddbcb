package lockstep.listing.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Somebody with an account, an agency, offices and perhaps a seat. */
record Person(String account, String agency, Set<String> offices, String seat) {

    boolean holds(String office) {
        return offices.contains(office);
    }

    /** A seat's holder who reviews too, several of an office that may be missing one another, and a stranger. */
    static List<Person> of(Procedure procedure) {
        List<Person> all = new ArrayList<>();
        procedure.proposers().forEach(agency -> {
            all.add(person(procedure, agency, "analyst", null));
            all.add(person(procedure, agency, "submitter", null));
        });
        all.add(office(procedure, "chair", 1));
        all.add(office(procedure, "registrar", 1));
        procedure.endorsers().stream().limit(3).forEach(agency -> {
            all.add(person(procedure, agency, "reviewer", null, "reviewer"));
            all.add(person(procedure, agency, "reviewer2", null, "reviewer"));
        });
        for (String office : List.of("legal", "publisher")) {
            all.add(office(procedure, office, 1));
            all.add(office(procedure, office, 2));
        }
        if (!procedure.offices().get("secretariat").isEmpty()) {
            all.add(office(procedure, "secretariat", 1));
            all.add(office(procedure, "secretariat", 2));
            all.add(person(
                    procedure,
                    procedure.offices().get("secretariat").getFirst(),
                    "both",
                    null,
                    "secretariat",
                    "publisher"));
        }
        procedure.seats().forEach((seat, agency) -> {
            all.add(person(procedure, agency, "seat-" + seat, seat));
            if (procedure.offices().get("reviewer").contains(agency)) {
                all.add(person(procedure, agency, "alternate-" + seat, seat, "reviewer"));
            }
        });
        String first = procedure.proposers().getFirst();
        Set<String> chairs = Set.copyOf(procedure.offices().get("chair"));
        if (chairs.contains(first)) {
            all.add(person(procedure, first, "analyst-and-chair", null, "chair"));
        }
        all.add(new Person(
                "model-stranger", procedure.code().startsWith("JP") ? "CH-SECO" : "JP-MOFA", Set.of(), null));
        return all;
    }

    private static Person office(Procedure procedure, String office, int which) {
        return person(procedure, procedure.offices().get(office).getFirst(), office + which, null, office);
    }

    private static Person person(Procedure procedure, String agency, String name, String seat, String... offices) {
        Set<String> kept = new LinkedHashSet<>();
        for (String office : offices) {
            if (procedure.offices().get(office).contains(agency)) {
                kept.add(office);
            }
        }
        String account = "model-" + procedure.code() + "-" + agency + "-" + name;
        return new Person(account.toLowerCase(Locale.ROOT), agency, kept, seat);
    }

    @Override
    public String toString() {
        return account + (offices.isEmpty() ? "" : offices);
    }
}
