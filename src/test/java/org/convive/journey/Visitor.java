package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser of their own: no cookies at first, and a watch on errors and on requests to other hosts. */
final class Visitor implements AutoCloseable {
    private static final int DESKTOP = 1440;
    private static final int PHONE = 390;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String CALM = """
            () => { const flow = window.Vaadin && window.Vaadin.Flow;
                    return document.readyState === 'complete' && !!flow && !!flow.clients
                        && Object.values(flow.clients).every(c => !c.isActive || !c.isActive()); }""";

    private final Stage stage;
    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();

    Visitor(Stage stage, Browser browser, String language, boolean phone) {
        this.stage = stage;
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Europe/Paris")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(phone ? PHONE : DESKTOP, phone ? 844 : 900)
                .setHasTouch(phone)
                .setIsMobile(phone));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                errors.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> errors.add(error));
        page.onRequest(request -> {
            String address = request.url();
            if (address.startsWith("http")
                    && !address.startsWith(stage.url() + "/")
                    && !address.startsWith(stage.keycloakUrl() + "/")) {
                strangers.add(address);
            }
        });
    }

    Page page() {
        return page;
    }

    /** Types an address of the portal. */
    @Nullable
    Response open(String path) {
        Response response = page.navigate(stage.url() + path);
        if (page.url().startsWith(stage.url())) {
            calm();
        }
        return response;
    }

    /**
     * Opens a page of the portal as somebody who has signed in to Keycloak before, in another program of the cluster:
     * who still is signed in is asked for no password.
     */
    Visitor signIn(String username, String path) {
        context.addCookies(stage.keycloakCookies(username));
        page.navigate(stage.url() + path);
        if (page.url().startsWith(stage.keycloakUrl())) {
            givePassword(username);
            stage.keepKeycloakCookies(
                    username,
                    context.cookies().stream()
                            .filter(cookie -> cookie.path.startsWith("/realms"))
                            .toList());
        } else {
            calm();
        }
        return this;
    }

    /** Opens a page of the portal and signs in on the way with a password. */
    Visitor signInWithPassword(String username, String path) {
        page.navigate(stage.url() + path);
        givePassword(username);
        return this;
    }

    /** Fills Keycloak's form. */
    void givePassword(String username) {
        expectKeycloak();
        page.locator("#username").fill(username);
        page.locator("#password").fill("convive");
        page.locator("#kc-login").click();
        page.waitForURL(under(stage.url()));
        calm();
    }

    /** Keycloak asks who is there. */
    void expectKeycloak() {
        page.waitForURL(under(stage.keycloakUrl()));
        page.locator("#password").waitFor();
    }

    /** Waits until the page has answered everything. */
    void calm() {
        page.waitForFunction(CALM);
    }

    void expectPath(String path) {
        assertThat(page).hasURL(Pattern.compile(literal(stage.url() + path) + "([?#].*)?$"));
    }

    void expectHeading(String words) {
        assertThat(page.locator("h1")).containsText(words);
    }

    Locator button(String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
    }

    Locator link(String words) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words));
    }

    Locator text(String words) {
        return page.getByText(words);
    }

    /** Chromium keeps some inherited colours when the scheme changes under an open page; a fresh style has none. */
    void paint(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate("() => { const page = document.documentElement.style;"
                + " page.display = 'none'; document.documentElement.offsetHeight; page.display = ''; }");
    }

    /** Errors of the console since the last call. */
    List<String> errors() {
        var found = List.copyOf(errors);
        errors.clear();
        return found;
    }

    /** Requests to other hosts since the last call. */
    List<String> strangers() {
        var found = List.copyOf(strangers);
        strangers.clear();
        return found;
    }

    void screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** The browser's regular expressions know no quotes. */
    private static String literal(String text) {
        return "^" + text.replaceAll("[^A-Za-z0-9/_-]", "\\\\$0");
    }

    private static Pattern under(String address) {
        return Pattern.compile(literal(address) + "/.*");
    }

    @Override
    public void close() {
        context.close();
    }
}
