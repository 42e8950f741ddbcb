package lockstep.web;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.function.UnaryOperator;

/** Starts web-ui, and refuses with one line that names what is missing, before anything else can fail puzzlingly. */
@QuarkusMain
public final class Main {
    private static final List<String> REQUIRED = List.of(
            "LOCKSTEP_ISSUER",
            "LOCKSTEP_CLIENT_SECRET",
            "LOCKSTEP_LISTING_URL",
            "LOCKSTEP_EVIDENCE_URL",
            "LOCKSTEP_WEB_DB_URL",
            "LOCKSTEP_WEB_DB_PASSWORD",
            "LOCKSTEP_TOKEN_KEY");

    private Main() {}

    public static void main(String... arguments) {
        List<String> missing = missing(System::getenv);
        if (!missing.isEmpty()) {
            System.err.println("web-ui cannot start without " + String.join(", ", missing));
            System.exit(1);
        }
        Quarkus.run(arguments);
    }

    static List<String> missing(UnaryOperator<String> environment) {
        return REQUIRED.stream()
                .filter(name -> {
                    String value = environment.apply(name);
                    return value == null || value.isBlank();
                })
                .toList();
    }
}
