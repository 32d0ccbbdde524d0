package org.convive.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.newsletter.NewsletterQueries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The newsletter of a cluster. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}/newsletters")
@Tag(name = "Newsletters")
class NewslettersController {
    private final Actors actors;
    private final NewsletterQueries newsletters;

    NewslettersController(Actors actors, NewsletterQueries newsletters) {
        this.actors = actors;
        this.newsletters = newsletters;
    }

    @GetMapping
    @Operation(summary = "Published issues, the newest first")
    Items<IssueBody> list(
            @PathVariable String slug,
            @Parameter(description = "At most 200") @RequestParam(defaultValue = "50") int limit) {
        Actor actor = actors.in(slug);
        return Items.of(newsletters.published(actor, Window.limit(limit)), issue -> IssueBody.of(actor, issue));
    }
}
