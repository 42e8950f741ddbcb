package lockstep.e2e.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lockstep.e2e.client.Json;
import lockstep.local.Instance;

/** A headless Chromium in which one person after another is logged in; it keeps which pages each has seen. */
final class Browsing implements AutoCloseable {
    private static final Path SCREENS = Path.of("target/screens");
    private static final String AXE = axe();
    private final Instance instance = Running.instance();
    private final String home = instance.webUi().toString();
    private final Playwright playwright;
    private final Browser browser;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Set<String>> seen = new LinkedHashMap<>();
    private final Set<String> lookedAt = new HashSet<>();
    private final List<String> findings = new ArrayList<>();

    Browsing() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** The checker as its makers ship it. */
    private static String axe() {
        try (InputStream script = Browsing.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fails where there is none: these tests are never left out silently. */
    static Path chromium() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of("chromium", "google-chrome").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(
                                "no chromium or google-chrome in PATH: the browser journey needs one (Debian: apt-get install chromium)"));
    }

    /** That person's page, logged in. */
    Page as(String account) {
        Page page = pages.computeIfAbsent(account, name -> {
            BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                    .setLocale("en-GB")
                    .setBypassCSP(true)
                    .setViewportSize(1280, 900));
            // A page that is left keeps nothing open, or nobody could look at many of them.
            context.onResponse(answer -> {
                if (answer.status() == 429) {
                    findings.add(name + ": too many requests at " + answer.url());
                }
            });
            return context.newPage();
        });
        if (!seen.containsKey(account)) {
            seen.put(account, new TreeSet<>());
            open(account, page, "/");
        }
        return page;
    }

    Page open(String account, String path) {
        Page page = as(account);
        open(account, page, path);
        return page;
    }

    private void open(String account, Page page, String path) {
        page.navigate(home + path);
        logIn(account, page);
        settled(account, page);
    }

    /** Presses a button or link and follows where it leads, through a login at the higher level if one is asked. */
    void press(String account, String selector) {
        Page page = as(account);
        page.locator(selector).first().click();
        logIn(account, page);
        settled(account, page);
        if (page.url().contains("/confirm/")) {
            page.locator("main .acts button").first().click();
            settled(account, page);
        }
    }

    private void settled(String account, Page page) {
        page.waitForLoadState(LoadState.LOAD);
        seen.get(account).add(page.url().substring(home.length()).replaceAll("[?#].*", ""));
    }

    private void logIn(String account, Page page) {
        page.waitForLoadState(LoadState.LOAD);
        for (int form = 0; form < 4 && page.url().startsWith(instance.issuer().toString()); form++) {
            if (page.locator("input[name=username]:visible").count() > 0) {
                page.fill("input[name=username]", account);
            }
            if (page.locator("input[name=password]:visible").count() > 0) {
                page.fill("input[name=password]", instance.accounts().password(account));
            }
            page.locator("[type=submit]").first().click();
            page.waitForLoadState(LoadState.LOAD);
        }
    }

    /** Serious and critical findings of axe on every page that was seen: in English by day and in French by night. */
    List<String> findings() {
        lookAtNewPages();
        return findings;
    }

    /** Looks at what was seen since the last time; for a moment in which a journey must wait anyway. */
    void lookAtNewPages() {
        seen.forEach((account, paths) -> {
            List<String> unseen = paths.stream()
                    .filter(path -> lookedAt.add(account + " " + path))
                    .toList();
            if (!unseen.isEmpty()) {
                lookAtAll(account, "fr", "dark", unseen);
                lookAtAll(account, "en", "light", unseen);
            }
        });
    }

    private void lookAtAll(String account, String language, String theme, List<String> paths) {
        Page page = pages.get(account);
        open(account, page, "/me");
        page.locator("footer [name=language][value=" + language + "]").click();
        page.waitForLoadState(LoadState.LOAD);
        page.locator("footer [name=theme][value=" + theme + "]").click();
        page.waitForLoadState(LoadState.LOAD);
        paths.forEach(path -> look(page, account, path, language + " " + theme));
    }

    private void look(Page page, String account, String path, String how) {
        page.navigate(home + path);
        page.waitForLoadState(LoadState.LOAD);
        page.setViewportSize(320, 900);
        int wider = (int) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        if (wider > 0) {
            findings.add(how + " " + account + " " + path + ": at 320 px it is " + wider + " px too wide");
        }
        page.setViewportSize(1280, 900);
        page.evaluate(AXE);
        JsonNode violations = Json.parse((String)
                page.evaluate("async () => JSON.stringify((await axe.run({resultTypes: ['violations']})).violations)"));
        Json.items(violations)
                .filter(rule -> Set.of("serious", "critical")
                        .contains(rule.path("impact").asText()))
                .forEach(rule -> findings.add(how + " " + account + " " + path + ": "
                        + rule.path("id").asText() + " "
                        + rule.at("/nodes/0/html").asText()));
    }

    void screen(String account, String name) {
        as(account)
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(SCREENS.resolve(name + ".png"))
                        .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
