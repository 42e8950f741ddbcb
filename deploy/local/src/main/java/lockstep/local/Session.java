package lockstep.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One single-sign-on session of one account: it keeps its cookies, so a second login in it is a step-up. Not for use by
 * two threads at once.
 */
public final class Session {
    private static final int MOST_PAGES = 12;
    private final Login login;
    private final Map<String, String> answers;
    private final Map<String, String> cookies;
    private final List<String> prompts = new ArrayList<>();

    Session(Login login, String account, String password) {
        this(login, Map.of("username", account, "password", password), new LinkedHashMap<>());
    }

    private Session(Login login, Map<String, String> answers, Map<String, String> cookies) {
        this.login = login;
        this.answers = answers;
        this.cookies = cookies;
    }

    /** The same single-sign-on session at another client, Keycloak's account pages; cookies are shared. */
    public Session elsewhere() {
        return new Session(login.accountPages(), answers, cookies);
    }

    /** Logs in at level 1 or 2; what the session has already is not asked again. */
    public AccessToken token(int level) {
        return token(level == 2 ? Map.of("acr_values", "level-2") : Map.of());
    }

    /** Logs in with further parameters of the authorization request, e.g. {@code prompt} or {@code max_age}. */
    public AccessToken token(Map<String, String> parameters) {
        String verifier = Secrets.random() + Secrets.random();
        String state = Secrets.random();
        Map<String, String> query = new TreeMap<>(Map.of(
                "response_type",
                "code",
                "scope",
                "openid",
                "client_id",
                login.client,
                "redirect_uri",
                login.redirect.toString(),
                "state",
                state,
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256"));
        query.putAll(parameters);
        String code = code(walk(URI.create(login.endpoint + "auth?" + Http.query(query))), state);
        return exchange(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                login.redirect.toString(),
                "code_verifier",
                verifier));
    }

    /** The next token of the same login, without asking anything. */
    public AccessToken refresh(AccessToken old) {
        return exchange(Map.of("grant_type", "refresh_token", "refresh_token", old.refreshToken()));
    }

    /** What the last login asked for, page by page, e.g. {@code username+password}, {@code password}. */
    public List<String> prompts() {
        return List.copyOf(prompts);
    }

    private URI walk(URI start) {
        prompts.clear();
        URI address = start;
        Map<String, String> form = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            HttpResponse<String> answer = send(address, form);
            String location = answer.headers().firstValue("Location").orElse(null);
            if (location != null) {
                address = address.resolve(location);
                form = null;
                if (address.toString().startsWith(login.redirect.toString())) {
                    return address;
                }
                continue;
            }
            LoginForm asked = LoginForm.of(answer.body());
            form = filled(asked, answer.statusCode());
            address = address.resolve(asked.action());
        }
        throw new LoginFailed("too many pages");
    }

    private Map<String, String> filled(LoginForm asked, int status) {
        String prompt =
                asked.fields().keySet().stream().filter(answers::containsKey).collect(Collectors.joining("+"));
        long before = prompts.stream().filter(prompt::equals).count();
        if (status != 200 || asked.action() == null || prompt.isEmpty() || before > 1) {
            throw new LoginFailed("login of " + answers.get("username") + " failed: " + status + " "
                    + asked.error().strip());
        }
        prompts.add(prompt);
        Map<String, String> filled = new LinkedHashMap<>(asked.fields());
        filled.replaceAll((name, value) -> answers.getOrDefault(name, value));
        return filled;
    }

    private static String code(URI callback, String state) {
        Map<String, String> answer = new LinkedHashMap<>();
        for (String pair : callback.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            answer.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        if (!state.equals(answer.get("state")) || !answer.containsKey("code")) {
            throw new LoginFailed(answer.getOrDefault("error", "wrong state"));
        }
        return answer.get("code");
    }

    private AccessToken exchange(Map<String, String> grant) {
        Map<String, String> form = new LinkedHashMap<>(grant);
        form.put("client_id", login.client);
        if (login.secret != null) {
            form.put("client_secret", login.secret);
        }
        HttpResponse<String> answer = send(URI.create(login.endpoint + "token"), form);
        if (answer.statusCode() != 200) {
            throw new LoginFailed("token endpoint: " + answer.statusCode() + " " + answer.body());
        }
        JsonNode token = Json.parse(answer.body());
        return new AccessToken(
                token.path("access_token").asText(),
                Instant.now().plusSeconds(token.path("expires_in").asLong()),
                token.path("refresh_token").asText(),
                token.path("id_token").asText());
    }

    /** Keycloak marks its cookies Secure also on 127.0.0.1, as browsers allow; the JDK's own jar would not send them. */
    private HttpResponse<String> send(URI address, Map<String, String> form) {
        HttpRequest.Builder request = Http.to(address);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(Http.form(form));
        }
        try {
            HttpResponse<String> answer = Http.send(request.build());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException failed) {
            throw new LoginFailed("Keycloak does not answer at " + address.getAuthority(), failed);
        }
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        boolean ended = header.toLowerCase().contains("max-age=0") || pair[1].isEmpty();
        if (ended) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
