package org.convive.newsletter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convive.identity.LinkPages;
import org.convive.identity.SignedLinks;
import org.convive.newsletter.IssueAnswers.Question;
import org.convive.newsletter.readers.ReaderId;
import org.convive.shared.Translations;
import org.convive.uikit.Markdown;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The answers in a letter: the link shows what was tapped, one POST records it. */
@RestController
class IssueAnswerLinks {
    private static final String PATH = "/links/answers/{token}/{block}/{answer}";

    private final SignedLinks links;
    private final LinkPages pages;
    private final IssueAnswers answers;
    private final Translations texts;
    private final String publicUrl;

    IssueAnswerLinks(
            SignedLinks links,
            LinkPages pages,
            IssueAnswers answers,
            Translations texts,
            @Value("${convive.public-url}") String publicUrl) {
        this.links = links;
        this.pages = pages;
        this.answers = answers;
        this.texts = texts;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @GetMapping(PATH)
    ResponseEntity<String> ask(
            @PathVariable String token, @PathVariable String block, @PathVariable String answer, Locale browser) {
        return question(token, block, answer)
                .map(question -> {
                    Locale locale = question.reader().preferences().language();
                    return page(question, locale)
                            .paragraph(texts.text(
                                    locale,
                                    "newsletter.answer.ask." + question.answer(),
                                    question.issue().summary().authorName(),
                                    question.reader().email()))
                            .button(path(token, question), texts.text(locale, key(question)))
                            .ok();
                })
                .orElseGet(() -> pages.refusal(links.read(Purposes.ANSWER, token), browser));
    }

    @PostMapping(PATH)
    ResponseEntity<String> say(
            @PathVariable String token, @PathVariable String block, @PathVariable String answer, Locale browser) {
        return question(token, block, answer)
                .map(question -> {
                    answers.say(question);
                    boolean told = answers.tell(question);
                    Locale locale = question.reader().preferences().language();
                    var page = page(question, locale)
                            .status(texts.text(
                                    locale,
                                    told ? "newsletter.answer.told" : "newsletter.answer.done." + question.answer(),
                                    question.issue().summary().authorName()));
                    return (told
                                    ? page
                                    : page.button(
                                            path(token, question) + "/back",
                                            texts.text(locale, "newsletter.answer.back")))
                            .ok();
                })
                .orElseGet(() -> pages.refusal(links.read(Purposes.ANSWER, token), browser));
    }

    @PostMapping(PATH + "/back")
    ResponseEntity<String> takeBack(
            @PathVariable String token, @PathVariable String block, @PathVariable String answer, Locale browser) {
        return question(token, block, answer)
                .map(question -> {
                    answers.takeBack(question);
                    Locale locale = question.reader().preferences().language();
                    return page(question, locale)
                            .status(texts.text(locale, "newsletter.answer.taken-back"))
                            .button(path(token, question), texts.text(locale, key(question)))
                            .ok();
                })
                .orElseGet(() -> pages.refusal(links.read(Purposes.ANSWER, token), browser));
    }

    private LinkPages.Page page(Question question, Locale locale) {
        Block block = question.block();
        var page = pages.page(locale, question.issue().content().title());
        var card = answers.card(question, locale);
        if (card.isPresent()) {
            page.card(card.get().title(), card.get().lines());
            page.link(publicUrl + "/" + card.get().path(), texts.text(locale, "newsletter.card.open"));
        } else {
            String words = Markdown.text(block.body()).replaceAll("\\s+", " ").strip();
            page.card(block.title(), words.isEmpty() ? List.of() : List.of(words));
        }
        return page;
    }

    private static String key(Question question) {
        return "newsletter.answer.deed." + question.answer();
    }

    private static String path(String token, Question question) {
        return "/links/answers/" + token + "/" + question.block().id() + "/" + question.answer();
    }

    private Optional<Question> question(String token, String block, String answer) {
        return links.good(Purposes.ANSWER, token)
                .flatMap(good -> ReaderId.read(good.payload())
                        .flatMap(reader -> answers.question(good.subjectId(), block, answer, reader)));
    }
}
