package org.convive.notices;

import java.util.Locale;
import java.util.Optional;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.identity.LinkPages;
import org.convive.identity.SignedLinks;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Switches a kind of mail off from the mail itself, without signing in: GET shows, POST records (RFC 8058). */
@RestController
class NoticeLinks {
    /** What its tokens are good for. Subject: the person. Payload: the key of the kind. */
    static final String PURPOSE = "notices.mail";

    private static final String PATH = "/links/notices/";

    private final SignedLinks links;
    private final LinkPages pages;
    private final Choices choices;
    private final Accounts accounts;
    private final Translations texts;

    NoticeLinks(SignedLinks links, LinkPages pages, Choices choices, Accounts accounts, Translations texts) {
        this.links = links;
        this.pages = pages;
        this.choices = choices;
        this.accounts = accounts;
        this.texts = texts;
    }

    @GetMapping(PATH + "{token}")
    ResponseEntity<String> show(@PathVariable String token, Locale browser) {
        return known(token)
                .map(known -> page(token, browser, known, "notices.link.ask", false))
                .orElseGet(() -> pages.refusal(links.read(PURPOSE, token), browser));
    }

    /** @param on the way back; mail programs post without it */
    @PostMapping(PATH + "{token}")
    ResponseEntity<String> record(
            @PathVariable String token, @RequestParam(defaultValue = "false") boolean on, Locale browser) {
        return known(token)
                .map(known -> {
                    choices.choose(known.person(), known.kind().key(), Way.MAIL, on);
                    return page(token, browser, known, on ? "notices.link.back" : "notices.link.done", !on);
                })
                .orElseGet(() -> pages.refusal(links.read(PURPOSE, token), browser));
    }

    private Optional<Known> known(String token) {
        return links.good(PURPOSE, token)
                .flatMap(good ->
                        choices.kind(good.payload()).map(kind -> new Known(new PersonId(good.subjectId()), kind)));
    }

    private ResponseEntity<String> page(String token, Locale browser, Known known, String sentence, boolean nextOn) {
        Account reader = accounts.get(known.person());
        Locale locale = reader.locale() == null ? browser : reader.locale();
        return pages.page(locale, texts.text(locale, "notices.link.title"))
                .paragraph(texts.text(
                        locale, sentence, texts.text(locale, known.kind().key())))
                .button(
                        PATH + token + (nextOn ? "?on=true" : ""),
                        texts.text(locale, nextOn ? "notices.link.undo" : "notices.link.deed"))
                .ok();
    }

    private record Known(PersonId person, NoticeKind kind) {}
}
