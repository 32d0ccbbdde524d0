package org.convive.meetings.open;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.convive.identity.LinkPages;
import org.convive.meetings.AnswerLinks;
import org.convive.meetings.MeetingId;
import org.convive.meetings.OutsideGuests;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Open meetings for everybody: a list, a page for each, and a way to come. What is not open does not exist here. The
 * letter's link shows on GET and records on POST.
 */
@RestController
class OpenPages {
    private static final int MOST = 200;

    private final OpenMeetings open;
    private final JoinRequests requests;
    private final OpenPage page;
    private final LinkPages links;
    private final AnswerLinks answers;
    private final Translations texts;
    private final Clock clock;

    OpenPages(
            OpenMeetings open,
            JoinRequests requests,
            OpenPage page,
            LinkPages links,
            AnswerLinks answers,
            Translations texts,
            Clock clock) {
        this.open = open;
        this.requests = requests;
        this.page = page;
        this.links = links;
        this.answers = answers;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/public/meetings/{slug}")
    ResponseEntity<String> all(@PathVariable String slug, @RequestParam Optional<String> lang, Locale browser) {
        return open.cluster(slug)
                .map(cluster ->
                        page.list(cluster, open.of(cluster.id(), clock.instant(), MOST), language(lang, browser)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/public/meetings/{slug}/{id:[0-9]{1,18}}")
    ResponseEntity<String> one(
            @PathVariable String slug, @PathVariable long id, @RequestParam Optional<String> lang, Locale browser) {
        return open.find(slug, new MeetingId(id))
                .map(meeting -> page.one(meeting, language(lang, browser), OpenPage.Form.EMPTY))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/public/meetings/{slug}/{id:[0-9]{1,18}}")
    ResponseEntity<String> ask(
            @PathVariable String slug,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Locale browser) {
        Optional<OpenMeeting> found = open.find(slug, new MeetingId(id));
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        OpenMeeting meeting = found.get();
        Locale locale = language(Optional.ofNullable(typed.getFirst("lang")), browser);
        if (!value(typed, "website").isBlank()) {
            return page.asked(meeting, locale);
        }
        String name = value(typed, "name");
        String email = value(typed, "email");
        String company = value(typed, "company");
        try {
            requests.ask(meeting, new JoinRequests.Typed(name, email, company, locale));
            return page.asked(meeting, locale);
        } catch (InvalidInput e) {
            return page.one(meeting, locale, new OpenPage.Form(name, email, company, e));
        }
    }

    @GetMapping("/links/meetings-join/{token}")
    ResponseEntity<String> show(@PathVariable String token, Locale browser) {
        return requests.read(token)
                .map(claim -> {
                    Locale locale = claim.typed().locale();
                    OpenMeeting meeting = claim.meeting();
                    return links.page(locale, texts.text(locale, "meetings.open.confirm"))
                            .paragraph(texts.text(
                                    locale,
                                    "meetings.open.confirm.sentence",
                                    claim.typed().name(),
                                    claim.typed().email()))
                            .card(
                                    meeting.title(),
                                    java.util.List.of(
                                            Dates.of(locale, meeting.zone()).range(meeting.from(), meeting.to()),
                                            meeting.where().isEmpty()
                                                    ? texts.text(locale, "meetings.online")
                                                    : meeting.where()))
                            .button("/links/meetings-join/" + token, texts.text(locale, "meetings.open.confirm.deed"))
                            .ok();
                })
                .orElseGet(() -> links.refusal(requests.reading(token), browser));
    }

    @PostMapping("/links/meetings-join/{token}")
    ResponseEntity<String> confirm(@PathVariable String token, Locale browser) {
        Optional<JoinRequests.Claim> claim = requests.read(token);
        if (claim.isEmpty()) {
            return links.refusal(requests.reading(token), browser);
        }
        Locale locale = claim.get().typed().locale();
        OpenMeeting meeting = claim.get().meeting();
        LinkPages.Page answer = links.page(locale, meeting.title());
        try {
            OutsideGuests.Joined joined = requests.confirm(token);
            Integer waiting = joined.waitingPosition();
            return answer.status(
                            joined.saidBefore()
                                    ? texts.text(locale, "meetings.open.confirm.before")
                                    : waiting == null
                                            ? texts.text(locale, "meetings.said.YES", meeting.title())
                                            : texts.text(locale, "meetings.said.waiting", waiting))
                    .link(
                            answers.address(meeting.id(), joined.person()),
                            texts.text(locale, "meetings.open.confirm.change"))
                    .ok();
        } catch (InvalidInput e) {
            e.fields().values().forEach(message -> answer.status(texts.text(locale, message)));
            return answer.ok();
        } catch (NotFoundException e) {
            return links.refusal(requests.reading(token), browser);
        }
    }

    private static String value(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "");
    }

    private static Locale language(Optional<String> asked, Locale browser) {
        return Translations.nearest(asked.map(Locale::of).orElse(browser));
    }
}
