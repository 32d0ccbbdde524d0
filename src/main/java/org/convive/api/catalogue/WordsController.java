package org.convive.api.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.convive.api.Asked;
import org.convive.api.Items;
import org.convive.api.Resource;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.catalogue.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The words for what means can do. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/words")
@Tag(name = "Means")
class WordsController {
    private final Actors actors;
    private final Words words;

    WordsController(Actors actors, Words words) {
        this.actors = actors;
        this.words = words;
    }

    /** A word. */
    record WordBody(
            String word,

            @Schema(description = "By an animator, to everybody; else used freely")
            boolean proposed,

            @Schema(description = "By how many means") int used) {}

    /** A word to propose. */
    @Schema(requiredProperties = "word")
    record NewWord(@Nullable String word) {}

    @GetMapping
    @Operation(summary = "The words for what means can do, in order of the alphabet")
    Items<WordBody> all(@PathVariable String slug) {
        return Items.of(words.all(actors.in(slug)), one -> new WordBody(one.label(), one.proposed(), one.used()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Proposes a word to everybody; a deed of an animator. One that is proposed already stays so")
    Items<WordBody> propose(@PathVariable String slug, @RequestBody NewWord asked) {
        Actor actor = actors.in(slug);
        words.propose(actor, Asked.text(asked.word()));
        return all(slug);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Proposes a word no longer; means that use it keep it. A deed of an animator")
    void withdraw(@PathVariable String slug, @RequestParam String word) {
        words.withdraw(actors.in(slug), word);
    }
}
