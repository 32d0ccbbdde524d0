package org.convive.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.convive.identity.Accounts;
import org.convive.shared.EmailAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, at 1440 and at 390 pixels, light and dark. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesJourneyTest extends Journey {
    private static final String SLUG = "verre-d-orsenne";
    private static final Map<String, String> EMAILS =
            Map.of("helene", "helene.aubrac@saulnaye.example", "camille", "camille.ferrand@verre-orsenne.example");

    /** Helene may not open these, so Camille does. */
    private static final Set<String> ANIMATION = Set.of(
            "c/:cluster/members",
            "c/:cluster/groups",
            "c/:cluster/join-requests",
            "c/:cluster/settings",
            "c/:cluster/answers-by-mail",
            "c/:cluster/unmet-demand",
            "c/:cluster/meetings/:meeting/desk",
            "c/:cluster/meetings/:meeting/door",
            "c/:cluster/meetings/:meeting/edit",
            "c/:cluster/newsletter/readers",
            "c/:cluster/newsletter/next",
            "c/:cluster/newsletter/settings",
            "c/:cluster/newsletter/:issue([0-9]{1,18})/preview",
            "c/:cluster/newsletter/:issue([0-9]{1,18})/edit");

    /** A browser belongs to the thread that opened it; the two screens are looked at side by side. */
    private final ExecutorService desktop = Executors.newSingleThreadExecutor();

    private final ExecutorService phone = Executors.newSingleThreadExecutor();
    private final Map<String, Visitor> signedIn = new ConcurrentHashMap<>();
    private final Map<Visitor, Boolean> dark = new ConcurrentHashMap<>();

    /** All, or with {@code -Dpage=word} those whose address holds it. */
    static Stream<Arguments> everyPage() {
        String only = System.getProperty("page", "");
        return Stream.concat(
                Pages.templates().stream()
                        .filter(page -> page.contains(only))
                        .map(page -> Arguments.of(ANIMATION.contains(page) ? "camille" : "helene", page)),
                Stream.of(Arguments.of("camille", "c/:cluster")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyPage")
    void everyPageIsForEverybody(String person, String template) {
        String path = Pages.example(stage, template, EMAILS.get(person), SLUG);
        speak(person, Locale.ENGLISH);
        var onDesktop = CompletableFuture.supplyAsync(() -> look(person, path, false), desktop);
        var onPhone = CompletableFuture.supplyAsync(() -> look(person, path, true), phone);
        assertThat(Stream.concat(onDesktop.join().stream(), onPhone.join().stream()))
                .as(path)
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}, en français : {1}")
    @MethodSource("everyPage")
    void everyPageIsForEverybodyInFrench(String person, String template) {
        String path = Pages.example(stage, template, EMAILS.get(person), SLUG);
        speak(person, Locale.FRENCH);
        assertThat(CompletableFuture.supplyAsync(() -> lookInFrench(person, path), phone)
                        .join())
                .as(path)
                .isEmpty();
    }

    private List<String> lookInFrench(String person, String path) {
        List<String> wrong = new ArrayList<>();
        Visitor visitor = signedIn(person, Locale.FRENCH, true);
        arrive(visitor, path, "phone, French", wrong);
        PageCheck.width(visitor.page()).forEach(one -> wrong.add("phone, French: " + one));
        if (!"fr".equals(visitor.page().locator("html").getAttribute("lang"))) {
            wrong.add("the page is not marked as French");
        }
        leave(visitor, "phone, French", wrong);
        return wrong;
    }

    /** Each page is opened in the colours that the page before was left in: a change of colours is slow. */
    private List<String> look(String person, String path, boolean small) {
        String device = small ? "phone" : "desktop";
        List<String> wrong = new ArrayList<>();
        Visitor visitor = signedIn(person, Locale.ENGLISH, small);
        arrive(visitor, path, device, wrong);
        PageCheck.appearance(visitor.page()).forEach(one -> wrong.add(device + colours(visitor) + one));
        dark.put(visitor, !dark.getOrDefault(visitor, false));
        visitor.paint(dark.get(visitor) ? ColorScheme.DARK : ColorScheme.LIGHT);
        PageCheck.contrast(visitor.page()).forEach(one -> wrong.add(device + colours(visitor) + one));
        leave(visitor, device, wrong);
        return wrong;
    }

    private String colours(Visitor visitor) {
        return dark.getOrDefault(visitor, false) ? ", dark: " : ", light: ";
    }

    private static void arrive(Visitor visitor, String path, String device, List<String> wrong) {
        visitor.open(path);
        visitor.page().locator("h1").first().waitFor();
        if (!visitor.page().url().contains(path)) {
            wrong.add(device + ": came to " + visitor.page().url());
        }
        if (visitor.page().locator(".cv-error-page").count() > 0) {
            wrong.add(device + ": an error page");
        }
        PageCheck.words(visitor.page()).forEach(one -> wrong.add(device + ": " + one));
    }

    private static void leave(Visitor visitor, String device, List<String> wrong) {
        visitor.errors().forEach(error -> wrong.add(device + ": console: " + error));
        visitor.strangers().forEach(address -> wrong.add(device + ": asks " + address));
    }

    private void speak(String person, Locale language) {
        var accounts = stage.bean(Accounts.class);
        accounts.speak(
                accounts.find(new EmailAddress(EMAILS.get(person)))
                        .orElseThrow()
                        .id(),
                language);
    }

    private Visitor signedIn(String person, Locale language, boolean phone) {
        return signedIn.computeIfAbsent(person + language + phone, key -> {
            var visitor = visitor(language.getLanguage(), phone);
            visitor.signIn(person, ORSENNE);
            visitor.errors();
            visitor.strangers();
            return visitor;
        });
    }

    @Override
    void closeBrowsers() {
        // They stay open from page to page.
    }

    @AfterAll
    void closeThemNow() {
        for (var screen : List.of(desktop, phone)) {
            CompletableFuture.runAsync(Journey::closeBrowser, screen).join();
            screen.shutdown();
        }
    }
}
