package org.convive.newsletter.readers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.convive.identity.CallerLimits;
import org.convive.identity.LinkPages;
import org.convive.identity.LinkPages.Fields;
import org.convive.identity.SignedLinks;
import org.convive.newsletter.Purposes;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.Translations;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What readers do without signing in: choose what they get, ask for the letters of a public cluster, confirm. */
@RestController
class ReaderLinks {
    /** So many an hour from one address: a company whose people sign up together stands behind one. */
    static final int MOST_OF_A_CALLER = 20;

    private final SignedLinks links;
    private final LinkPages pages;
    private final Readers readers;
    private final Translations texts;
    private final CallerLimits limits;
    private final JdbcClient jdbc;

    ReaderLinks(
            SignedLinks links,
            LinkPages pages,
            Readers readers,
            Translations texts,
            CallerLimits limits,
            JdbcClient jdbc) {
        this.links = links;
        this.pages = pages;
        this.readers = readers;
        this.texts = texts;
        this.limits = limits;
        this.jdbc = jdbc;
    }

    @GetMapping("/links/letters/choices/{token}")
    ResponseEntity<String> choices(@PathVariable String token, Locale browser) {
        return choices(token, browser, false);
    }

    @PostMapping("/links/letters/choices/{token}")
    ResponseEntity<String> choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String frequency,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(required = false) Set<String> topic,
            Locale browser) {
        Optional<Known> known = known(token);
        known.ifPresent(reader -> {
            Preferences now = reader.reader().preferences();
            Set<Topic> topics = EnumSet.noneOf(Topic.class);
            Arrays.stream(Topic.values())
                    .filter(one -> topic != null && topic.contains(one.name()))
                    .forEach(topics::add);
            readers.choose(
                    reader.cluster(),
                    reader.reader().id(),
                    new Preferences(
                            !frequency.equals("NONE"),
                            Arrays.stream(Frequency.values())
                                    .filter(one -> one.name().equals(frequency))
                                    .findFirst()
                                    .orElse(now.frequency()),
                            language.isEmpty() ? now.language() : Translations.nearest(Locale.of(language)),
                            topics),
                    true);
        });
        return choices(token, browser, known.isPresent());
    }

    private ResponseEntity<String> choices(String token, Locale browser, boolean saved) {
        Optional<Known> known = known(token);
        if (known.isEmpty()) {
            return pages.refusal(links.read(Purposes.CHOICES, token), browser);
        }
        Reader reader = known.get().reader();
        Preferences now = reader.preferences();
        Locale locale = now.language();
        var page = pages.page(locale, text(locale, "newsletter.choices.title"))
                .paragraph(text(
                        locale, "newsletter.choices.sentence", name(known.get().cluster()), reader.email()));
        if (saved) {
            page.status(text(locale, "newsletter.choices.saved"));
        }
        List<Fields.Choice> often = new ArrayList<>();
        for (Frequency frequency : Frequency.values()) {
            often.add(new Fields.Choice(
                    frequency.name(),
                    text(locale, "newsletter.frequency." + frequency),
                    now.wanted() && now.frequency() == frequency));
        }
        often.add(new Fields.Choice("NONE", text(locale, "newsletter.frequency.NONE"), !now.wanted()));
        return page.form(
                        "/links/letters/choices/" + token,
                        new Fields()
                                .choices("frequency", text(locale, "newsletter.choices.often"), often)
                                .ticks(
                                        "topic",
                                        text(locale, "newsletter.choices.topics"),
                                        Arrays.stream(Topic.values())
                                                .map(topic -> new Fields.Choice(
                                                        topic.name(),
                                                        text(locale, "newsletter.topic." + topic),
                                                        now.topics().contains(topic)))
                                                .toList())
                                .choices(
                                        "language",
                                        text(locale, "newsletter.choices.language"),
                                        languages(now.language())),
                        text(locale, "newsletter.choices.save"))
                .ok();
    }

    /** Outsiders ask for the letters of a cluster that shows itself to everybody. */
    @GetMapping("/links/letters/join/{slug}")
    ResponseEntity<String> join(@PathVariable String slug, Locale browser) {
        return publicCluster(slug)
                .map(cluster -> join(cluster, slug, browser, "", "").ok())
                .orElseGet(() -> pages.refusal(new SignedLinks.Forged(), browser));
    }

    @PostMapping("/links/letters/join/{slug}")
    ResponseEntity<String> join(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String language,
            HttpServletRequest request,
            Locale browser) {
        Optional<Cluster> found = publicCluster(slug);
        if (found.isEmpty()) {
            return pages.refusal(new SignedLinks.Forged(), browser);
        }
        Cluster cluster = found.get();
        if (!EmailAddress.isValid(email) || name.length() > 200) {
            return join(cluster, slug, browser, email, name)
                    .status(text(browser, "newsletter.join.wrong"))
                    .answer(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!limits.admits("letters.join", request.getRemoteAddr(), MOST_OF_A_CALLER)) {
            return later(join(cluster, slug, browser, email, name).status(text(browser, "newsletter.join.caller")));
        }
        if (readers.isAskedTooOften(cluster.id())) {
            return later(join(cluster, slug, browser, email, name).status(text(browser, "newsletter.join.too-often")));
        }
        Locale locale = language.isEmpty() ? browser : Locale.of(language);
        readers.ask(cluster.id(), new EmailAddress(email), name, locale, null);
        return pages.page(browser, text(browser, "newsletter.join.title", cluster.name()))
                .status(text(browser, "newsletter.join.done", new EmailAddress(email).value()))
                .ok();
    }

    /** What was typed stays; in an hour it can be sent again (RFC 6585 §4). */
    private static ResponseEntity<String> later(LinkPages.Page page) {
        ResponseEntity<String> answer = page.answer(HttpStatus.TOO_MANY_REQUESTS);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "3600")
                .body(answer.getBody());
    }

    private LinkPages.Page join(Cluster cluster, String slug, Locale browser, String email, String name) {
        LinkPages.Page page = pages.page(browser, text(browser, "newsletter.join.title", cluster.name()))
                .paragraph(text(browser, "newsletter.join.sentence"))
                .form(
                        "/links/letters/join/" + slug,
                        new Fields()
                                .email("email", text(browser, "newsletter.join.email"), email)
                                .text("name", text(browser, "newsletter.join.name"), name, 200)
                                .choices(
                                        "language",
                                        text(browser, "newsletter.choices.language"),
                                        languages(Translations.nearest(browser))),
                        text(browser, "newsletter.join.deed"));
        return cluster.archive() ? page.link("/public/letters/" + slug, text(browser, "newsletter.join.read")) : page;
    }

    @GetMapping("/links/letters/confirm/{token}")
    ResponseEntity<String> askToConfirm(@PathVariable String token, Locale browser) {
        return links.good(ReaderLetters.CONFIRM, token)
                .map(good -> pages.page(browser, text(browser, "newsletter.confirm.title"))
                        .paragraph(text(browser, "newsletter.confirm.sentence", name(new ClusterId(good.subjectId()))))
                        .button("/links/letters/confirm/" + token, text(browser, "newsletter.confirm.deed"))
                        .ok())
                .orElseGet(() -> pages.refusal(links.read(ReaderLetters.CONFIRM, token), browser));
    }

    @PostMapping("/links/letters/confirm/{token}")
    ResponseEntity<String> confirm(@PathVariable String token, Locale browser) {
        return links.good(ReaderLetters.CONFIRM, token)
                .map(good -> {
                    readers.confirm(new ClusterId(good.subjectId()), good.payloadId());
                    return pages.page(browser, text(browser, "newsletter.confirm.title"))
                            .status(text(browser, "newsletter.confirm.done", name(new ClusterId(good.subjectId()))))
                            .ok();
                })
                .orElseGet(() -> pages.refusal(links.read(ReaderLetters.CONFIRM, token), browser));
    }

    private List<Fields.Choice> languages(Locale chosen) {
        return List.of(
                new Fields.Choice("fr", "Français", chosen.getLanguage().equals("fr")),
                new Fields.Choice("en", "English", !chosen.getLanguage().equals("fr")));
    }

    private Optional<Known> known(String token) {
        return links.good(Purposes.CHOICES, token).flatMap(good -> {
            var cluster = new ClusterId(good.subjectId());
            return ReaderId.read(good.payload())
                    .flatMap(id -> readers.get(cluster, id))
                    .map(reader -> new Known(cluster, reader));
        });
    }

    private Optional<Cluster> publicCluster(String slug) {
        return jdbc.sql("""
                        SELECT c.id, c.name, COALESCE(l.public_archive, FALSE) AS archive
                        FROM cluster c LEFT JOIN newsletter_look l ON l.cluster_id = c.id
                        WHERE c.slug = ? AND c.is_public""")
                .param(slug)
                .query((row, n) ->
                        new Cluster(new ClusterId(row.getLong("id")), row.getString("name"), row.getBoolean("archive")))
                .optional();
    }

    private String name(ClusterId cluster) {
        return jdbc.sql("SELECT name FROM cluster WHERE id = ?")
                .param(cluster.value())
                .query(String.class)
                .single();
    }

    private String text(Locale locale, String key, Object... args) {
        return texts.text(locale, key, args);
    }

    private record Known(ClusterId cluster, Reader reader) {}

    /** @param archive whether everybody may read its letters */
    private record Cluster(ClusterId id, String name, boolean archive) {}
}
