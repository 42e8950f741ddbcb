package lockstep.listing.programme.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.kit.web.PossibleValues;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.programme.Stage;

/** What lists can be narrowed to: programmes, stages and agencies that there are. */
@Singleton
class ListFilters {
    @Produces
    @Singleton
    static PossibleValues programmes(Programmes programmes) {
        return new PossibleValues(
                "programme", programmes.all().stream().map(Programme::code).toList());
    }

    @Produces
    @Singleton
    static PossibleValues stages(Programmes programmes) {
        return new PossibleValues(
                "stage",
                programmes.all().stream()
                        .flatMap(its -> its.stages().stream())
                        .map(Stage::code)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** Of proposals: those that are in no package yet. */
    @Produces
    @Singleton
    static PossibleValues packages() {
        return new PossibleValues("package", List.of("none"));
    }

    @Produces
    @Singleton
    static PossibleValues agencies(Agencies agencies) {
        return new PossibleValues(
                "agency", agencies.all().stream().map(Agency::code).toList());
    }
}
