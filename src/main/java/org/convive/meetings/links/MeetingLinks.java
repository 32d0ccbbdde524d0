package org.convive.meetings.links;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.convive.identity.Actor;
import org.convive.identity.LinkPages;
import org.convive.identity.SignedLinks;
import org.convive.meetings.AnswerLinks;
import org.convive.meetings.MeetingId;
import org.convive.meetings.Voices;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answering from a letter, without an account. GET shows the meeting with the answer of the link preselected and changes
 * nothing, since programs that check mail follow every link; the POST of its form records. The link is good for one
 * person and one meeting.
 */
@RestController
class MeetingLinks {
    private final AnswerLinks links;
    private final Voices voices;
    private final LinkPages pages;
    private final AnswerPage answers;

    MeetingLinks(AnswerLinks links, Voices voices, LinkPages pages, AnswerPage answers) {
        this.links = links;
        this.voices = voices;
        this.pages = pages;
        this.answers = answers;
    }

    @GetMapping("/links/meetings/{token}")
    ResponseEntity<String> show(
            @PathVariable String token, @RequestParam MultiValueMap<String, String> wished, Locale browser) {
        return holder(
                token, browser, (actor, meeting) -> answers.show(actor, meeting, token, wished, Optional.empty()));
    }

    @PostMapping("/links/meetings/{token}")
    ResponseEntity<String> record(
            @PathVariable String token, @RequestParam MultiValueMap<String, String> typed, Locale browser) {
        return holder(token, browser, (actor, meeting) -> {
            try {
                String said = answers.record(actor, meeting, typed);
                return answers.show(actor, meeting, token, new LinkedMultiValueMap<>(), Optional.of(said));
            } catch (InvalidInput e) {
                return answers.show(actor, meeting, token, typed, Optional.of(answers.complaint(actor, e)));
            }
        });
    }

    private ResponseEntity<String> holder(
            String token, Locale browser, BiFunction<Actor, MeetingId, ResponseEntity<String>> page) {
        SignedLinks.Reading reading = links.read(token);
        try {
            return AnswerLinks.holder(reading)
                    .flatMap(holder -> voices.of(holder.meeting(), holder.person())
                            .map(actor -> page.apply(actor, holder.meeting())))
                    .orElseGet(() -> pages.refusal(new SignedLinks.Forged(), browser));
        } catch (NotFoundException e) {
            return pages.refusal(new SignedLinks.Forged(), browser);
        }
    }
}
