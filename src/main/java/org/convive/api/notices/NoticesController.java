package org.convive.api.notices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import org.convive.api.Asked;
import org.convive.api.Items;
import org.convive.api.Language;
import org.convive.api.Resource;
import org.convive.api.Times;
import org.convive.api.Window;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.CurrentUser;
import org.convive.identity.SignedIn;
import org.convive.notices.Choices;
import org.convive.notices.NoticeLine;
import org.convive.notices.Notices;
import org.convive.notices.Way;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.Translations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What the token's person was told, and what they want to be told. */
@Resource
@RequestMapping("/api/v1")
@Tag(name = "Notices")
class NoticesController {
    private static final int MOST_IDS = 1000;

    private final Actors actors;
    private final CurrentUser currentUser;
    private final Notices notices;
    private final Choices choices;
    private final Translations translations;

    NoticesController(
            Actors actors, CurrentUser currentUser, Notices notices, Choices choices, Translations translations) {
        this.actors = actors;
        this.currentUser = currentUser;
        this.notices = notices;
        this.choices = choices;
        this.translations = translations;
    }

    /** Something that was told. */
    record NoticeBody(
            long id,

            @Schema(description = "Its kind, as the choices name it", example = "means.notice.reminder")
            String kind,

            String title,

            @Schema(description = "One more sentence; empty when the title says it all")
            String words,

            @Schema(description = "The page where something can be done about it, below the portal's address")
            String page,

            OffsetDateTime at,
            boolean read) {

        static NoticeBody of(Actor actor, NoticeLine line) {
            return new NoticeBody(
                    line.id(),
                    line.kind(),
                    line.title(),
                    line.words(),
                    line.href(),
                    Times.at(actor, line.at()),
                    line.read());
        }
    }

    /** A page of the list. */
    record NoticesBody(
            List<NoticeBody> items,

            @Schema(description = "How many are not read, in all")
            int unread) {}

    /** Which notices are read now, or not. */
    record NewlyRead(
            @Schema(description = "At most 1,000 ids; those of others are left alone") @Nullable
            List<Long> ids,

            @Schema(description = "Read, or unread again", defaultValue = "true") @Nullable
            Boolean read,

            @Schema(description = "All that are unread, instead of naming them", defaultValue = "false") @Nullable
            Boolean all) {}

    /** What was changed, so that it can be taken back. */
    record Changed(List<Long> ids) {}

    /** A kind of notice and what the person wants of it. */
    record ChoiceBody(
            String kind,

            @Schema(description = "What it is, in the language of Accept-Language")
            String name,

            boolean inPortal,
            boolean byMail) {}

    /** What shall change; what is left out stays. */
    record NewChoice(@Nullable Boolean inPortal, @Nullable Boolean byMail) {}

    @GetMapping("/clusters/{slug}/notices")
    @Operation(summary = "What one was told in the cluster, the newest first")
    NoticesBody list(
            @PathVariable String slug,
            @RequestParam(defaultValue = "false") boolean unread,
            @Parameter(description = "How many to pass over") @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        Actor actor = actors.in(slug);
        InvalidInput.check()
                .that(offset >= 0, "offset", Message.of("shared.error.required"))
                .orThrow();
        return new NoticesBody(
                notices.mine(actor, unread, offset, Window.limit(limit)).stream()
                        .map(one -> NoticeBody.of(actor, one))
                        .toList(),
                notices.unread(actor));
    }

    @PutMapping("/clusters/{slug}/notices/read")
    @Operation(summary = "Marks notices as read or unread")
    Changed read(@PathVariable String slug, @RequestBody NewlyRead asked) {
        Actor actor = actors.in(slug);
        if (Boolean.TRUE.equals(asked.all())) {
            return new Changed(notices.readAll(actor));
        }
        List<Long> ids = Asked.list(asked.ids());
        InvalidInput.check()
                .that(ids.size() <= MOST_IDS, "ids", Message.of("api.error.limit", MOST_IDS))
                .orThrow();
        notices.mark(actor, ids, !Boolean.FALSE.equals(asked.read()));
        return new Changed(ids);
    }

    @GetMapping("/me/notice-choices")
    @Operation(summary = "What one wants to be told, in the portal and by mail; the same in every cluster")
    Items<ChoiceBody> choices(HttpServletRequest request) {
        SignedIn person = currentUser.require();
        return Items.of(
                choices.of(person).stream()
                        .flatMap(group -> group.choices().stream())
                        .toList(),
                one -> body(one, request));
    }

    @PutMapping("/me/notice-choices/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Switches a kind of notice on or off")
    void choose(@PathVariable String kind, @RequestBody NewChoice asked) {
        SignedIn person = currentUser.require();
        Boolean inPortal = asked.inPortal();
        Boolean byMail = asked.byMail();
        if (inPortal != null) {
            choices.choose(person, kind, Way.PORTAL, inPortal);
        }
        if (byMail != null) {
            choices.choose(person, kind, Way.MAIL, byMail);
        }
    }

    private ChoiceBody body(Choices.Choice choice, HttpServletRequest request) {
        return new ChoiceBody(
                choice.kind().key(),
                translations.text(Language.of(request), choice.kind().key()),
                choice.inPortal(),
                choice.byMail());
    }
}
