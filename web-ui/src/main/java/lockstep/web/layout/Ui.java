package lockstep.web.layout;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lockstep.auth.Actor;
import lockstep.auth.Agency;
import lockstep.auth.Marking;
import lockstep.web.services.ListingService;
import lockstep.web.services.Me;
import lockstep.web.services.Refusal;
import lockstep.web.session.Login;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** One request's page as its reader has it: who that is, in which language and theme, and the markings shown so far. */
@RequestScoped
@Unremovable
public class Ui {
    static final String LANGUAGE = "lockstep_language";
    static final String THEME = "lockstep_theme";
    public static final ZoneId BRUSSELS = Agency.BRUSSELS;

    private final RoutingContext request;
    private final Login login;
    private final ListingService listing;
    private final Markings markings = new Markings();
    private Me me;
    private Posted posted;

    Ui(RoutingContext request, Login login, @RestClient ListingService listing) {
        this.request = request;
        this.login = login;
        this.listing = listing;
    }

    /** A form that is being handled: kept if a stronger login is asked for in the middle of it. */
    record Posted(String back, String effect, Map<String, List<String>> fields) {}

    public static Ui current() {
        return Arc.container().instance(Ui.class).get();
    }

    public Locale language() {
        String wanted = cookie(LANGUAGE)
                .or(() -> request.acceptableLanguages().stream()
                        .map(io.vertx.ext.web.LanguageHeader::tag)
                        .filter(tag -> Messages.LANGUAGES.contains(Locale.of(tag)))
                        .findFirst())
                .orElse("en");
        return Messages.LANGUAGES.contains(Locale.of(wanted)) ? Locale.of(wanted) : Locale.ENGLISH;
    }

    /** {@code light}, {@code dark}, or empty: as the reader's system has it. */
    public String theme() {
        return cookie(THEME)
                .filter(theme -> "light".equals(theme) || "dark".equals(theme))
                .orElse("");
    }

    /** False on a page that was answered before a form's token could be made: it then shows no form. */
    public boolean isSending() {
        return request.get("csrf_token") != null;
    }

    public String path() {
        return request.normalizedPath();
    }

    /** Where a form outside the page's matter (language, theme) comes back to. */
    public String here() {
        boolean read = "GET".equals(request.request().method().name());
        return read ? request.request().uri() : path();
    }

    public String section() {
        String first = path().split("/", 3)[1];
        return switch (first) {
            case "" -> "work";
            case "cases", "subjects", "proposals", "exhibits", "viewings", "releases" ->
                path().endsWith("/history") ? "history" : "cases";
            case "packages", "rounds", "records", "embargo-groups" ->
                path().endsWith("/history") ? "history" : "packages";
            case "renewals" -> "listings";
            default -> first;
        };
    }

    public boolean isSignedIn() {
        return login.actor().isPresent();
    }

    public Optional<Actor> actor() {
        return login.actor();
    }

    public String sub() {
        return login.sub();
    }

    public String account() {
        return login.actor().map(Actor::account).orElse("");
    }

    /** The time that the reader lives by: that of the capital of the agency's country. */
    public ZoneId zone() {
        return login.actor().map(Actor::agency).map(Agency::zone).orElse(BRUSSELS);
    }

    public String agencyName() {
        return login.actor().map(Actor::agency).map(Agency::name).orElse("");
    }

    /** The person as listing-service knows it; asked once for a page. */
    public Me me() {
        if (me == null) {
            me = listing.me(language().getLanguage());
        }
        return me;
    }

    /** The first seat or office, else the first role: what stands in the bar over the agency. */
    public String capacity() {
        if (!isSignedIn()) {
            return "";
        }
        // an error that is answered before a page was reached is written on a thread that must not wait
        if (me == null && !BlockingOperationControl.isBlockingAllowed()) {
            return account();
        }
        try {
            Me who = me();
            if (!who.seats().isEmpty()) {
                return Messages.text(
                        language(), "who.seat", who.seats().getFirst().seat());
            }
            return who.offices().stream()
                    .map(held -> Messages.text(language(), "office." + held.office()))
                    .findFirst()
                    .or(() -> who.roles().stream()
                            .map(role -> Messages.text(language(), "role." + role))
                            .findFirst())
                    .orElseGet(this::account);
        } catch (Refusal | jakarta.ws.rs.ProcessingException notNow) {
            return account();
        }
    }

    public void shows(Marking marking) {
        markings.show(marking);
    }

    public Markings markings() {
        return markings;
    }

    /** What was just done, as a message key's last part; empty if nothing. */
    public String done() {
        return cookie(Go.DONE).filter(what -> what.matches("[a-z-]+")).orElse("");
    }

    void handles(Posted form) {
        this.posted = form;
    }

    Optional<Posted> posted() {
        return Optional.ofNullable(posted);
    }

    private Optional<String> cookie(String name) {
        return Optional.ofNullable(request.request().getCookie(name)).map(Cookie::getValue);
    }
}
