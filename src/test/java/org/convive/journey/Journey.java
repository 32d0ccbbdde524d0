package org.convive.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** A test in a real browser. Whoever fails leaves a picture in {@code target/screenshots}. */
@Tag("journey")
@ExtendWith(Journey.Pictures.class)
abstract class Journey {
    static final String ORSENNE = "/c/verre-d-orsenne";
    static final String MECANIQUE = "/c/val-mecanique";

    private static final double PATIENCE_MILLIS = 20_000;
    /** One a thread: the driver of a browser obeys only the thread that started it. */
    private static final ThreadLocal<@Nullable Browser> BROWSER = new ThreadLocal<>();

    final Stage stage = Stage.get();
    private final List<Visitor> visitors = new CopyOnWriteArrayList<>();

    /** Somebody with a fresh English browser. */
    Visitor visitor() {
        return visitor("en-GB", false);
    }

    /** Somebody with a fresh English phone. */
    Visitor visitorWithPhone() {
        return visitor("en-GB", true);
    }

    Visitor visitor(String language, boolean phone) {
        var visitor = new Visitor(stage, browser(), language, phone);
        visitors.add(visitor);
        return visitor;
    }

    @AfterEach
    void closeBrowsers() {
        visitors.forEach(Visitor::close);
        visitors.clear();
    }

    private static Browser browser() {
        Browser mine = BROWSER.get();
        if (mine == null) {
            mine = launch();
            BROWSER.set(mine);
        }
        return mine;
    }

    private static Browser launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "browser-close"));
        String chromium = Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium");
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Ends this thread's browser. */
    static void closeBrowser() {
        Browser mine = BROWSER.get();
        if (mine != null) {
            mine.close();
            BROWSER.remove();
        }
    }

    /** Takes the pictures before the browsers are closed. */
    static final class Pictures implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            var journey = (Journey) context.getRequiredTestInstance();
            String name = context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName() + "-"
                    + context.getDisplayName().replaceAll("[^A-Za-z0-9]+", "_");
            for (int i = 0; i < journey.visitors.size(); i++) {
                try {
                    journey.visitors.get(i).screenshot(Path.of("target", "screenshots", name + "-" + i + ".png"));
                } catch (PlaywrightException e) {
                    failure.addSuppressed(e);
                }
            }
            throw failure;
        }
    }
}
