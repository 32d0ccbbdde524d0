package org.convive.meetings.links;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.identity.LinkPages;
import org.convive.identity.LinkPages.Fields;
import org.convive.identity.LinkPages.Fields.Choice;
import org.convive.meetings.Answer;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Source;
import org.convive.meetings.Stage;
import org.convive.meetings.planning.DateOption;
import org.convive.meetings.planning.DatePoll;
import org.convive.meetings.planning.DatePolls;
import org.convive.meetings.planning.Interest;
import org.convive.meetings.planning.Interests;
import org.convive.meetings.planning.OptionDraft;
import org.convive.meetings.planning.PlanningQueries;
import org.convive.meetings.planning.Suits;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What somebody sees and says behind their signed link, at the stage the meeting has reached. */
@Component
class AnswerPage {
    private static final String DATE = "date.";

    private final LinkPages pages;
    private final Translations texts;
    private final MeetingQueries queries;
    private final MeetingService meetings;
    private final PlanningQueries planning;
    private final DatePolls polls;
    private final Interests interests;
    private final LinkQuestions questions;
    private final Clock clock;

    AnswerPage(
            LinkPages pages,
            Translations texts,
            MeetingQueries queries,
            MeetingService meetings,
            PlanningQueries planning,
            DatePolls polls,
            Interests interests,
            LinkQuestions questions,
            Clock clock) {
        this.pages = pages;
        this.texts = texts;
        this.queries = queries;
        this.meetings = meetings;
        this.planning = planning;
        this.polls = polls;
        this.interests = interests;
        this.questions = questions;
        this.clock = clock;
    }

    /** @param typed what was typed, or asked for by the link, instead of what is recorded */
    ResponseEntity<String> show(
            Actor actor, MeetingId id, String token, MultiValueMap<String, String> typed, Optional<String> status) {
        MeetingCard card = queries.card(actor, id);
        Locale locale = actor.locale();
        String action = "/links/meetings/" + token;
        List<String> facts = new ArrayList<>();
        if (!card.where().isEmpty()) {
            facts.add(card.where());
        }
        if (!card.link().isEmpty()) {
            facts.add(card.link());
        }
        facts.add(texts.text(locale, "meetings.by", card.organiserName()));
        LinkPages.Page page = pages.page(locale, card.title());
        status.ifPresent(page::status);
        page.paragraph(texts.text(locale, "meetings.link.you", actor.name()));
        page.card(card.isDated() ? when(card, locale) : texts.text(locale, "meetings.no-date-yet"), facts);
        if (card.cancelled()) {
            page.paragraph(texts.text(locale, "meetings.cancelled.notice"));
        } else if (card.stage() == Stage.IDEA) {
            page.form(action, idea(actor, id, typed), texts.text(locale, "meetings.link.save"));
        } else if (card.stage() == Stage.DATES) {
            dates(page, actor, id, action, typed);
        } else if (card.isDated() && clock.instant().isBefore(card.from())) {
            Fields fields = answer(card, locale, typed);
            questions.addTo(fields, actor, id, typed);
            page.form(action, fields, texts.text(locale, "meetings.link.save"));
        } else {
            boolean over = card.isOver(clock.instant());
            page.paragraph(texts.text(locale, over ? "meetings.error.over" : "meetings.error.started"));
        }
        return page.ok();
    }

    /** Records what the form says and tells in a sentence what that led to. */
    String record(Actor actor, MeetingId id, MultiValueMap<String, String> typed) {
        return switch (queries.card(actor, id).stage()) {
            case IDEA -> {
                var unused = interests.say(actor, id, one(Interest.class, typed, "interest"), Source.LINK);
                yield texts.text(actor.locale(), "meetings.link.saved");
            }
            case DATES -> vote(actor, id, typed);
            case CONFIRMED, HELD, FOLLOW_UP -> answer(actor, id, typed);
        };
    }

    String complaint(Actor actor, InvalidInput error) {
        return error.fields().values().stream()
                .map(message -> texts.text(actor.locale(), message))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private String answer(Actor actor, MeetingId id, MultiValueMap<String, String> typed) {
        Answer answer = one(Answer.class, typed, "answer");
        if (answer == Answer.YES || answer == Answer.MAYBE) {
            questions.record(actor, id, typed);
        }
        MeetingService.Reply reply = meetings.answer(actor, id, answer, guests(typed), Source.LINK);
        Integer position = reply.waitingPosition();
        return position != null
                ? texts.text(actor.locale(), "meetings.said.waiting", position)
                : texts.text(
                        actor.locale(),
                        "meetings.said." + answer,
                        queries.card(actor, id).title());
    }

    private static int guests(MultiValueMap<String, String> typed) {
        String text = Objects.requireNonNullElse(typed.getFirst("guests"), "0").strip();
        if (text.isEmpty()) {
            return 0;
        }
        // What is no number of guests is refused by the service with its sentence.
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }

    private String vote(Actor actor, MeetingId id, MultiValueMap<String, String> typed) {
        Map<Long, Suits> votes = new LinkedHashMap<>();
        typed.forEach((name, values) -> {
            if (name.matches("date\\.[0-9]{1,18}") && !values.isEmpty()) {
                votes.put(Long.valueOf(name.substring(DATE.length())), one(Suits.class, typed, name));
            }
        });
        if (!votes.isEmpty()) {
            var unused = polls.vote(actor, id, votes, Source.LINK);
        }
        ZoneId zone = queries.card(actor, id).zone();
        Instant from = moment(typed.getFirst("from"), zone, "from");
        Instant to = moment(typed.getFirst("to"), zone, "to");
        if (from != null || to != null) {
            polls.propose(actor, id, new OptionDraft(from, to, false, null), Source.LINK);
        }
        return texts.text(actor.locale(), "meetings.link.saved");
    }

    private static @Nullable Instant moment(@Nullable String text, ZoneId zone, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInput(field, Message.of("meetings.poll.error.incomplete"));
        }
    }

    private static <E extends Enum<E>> E one(Class<E> type, MultiValueMap<String, String> typed, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(typed.getFirst(name)))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(name, Message.of("meetings.link.error.choose")));
    }

    private Fields idea(Actor actor, MeetingId id, MultiValueMap<String, String> typed) {
        String chosen = Objects.requireNonNullElseGet(
                typed.getFirst("interest"),
                () -> planning.interest(actor, id).map(Interest::name).orElse(""));
        return new Fields()
                .choices(
                        "interest",
                        texts.text(actor.locale(), "meetings.idea.question"),
                        choices(Interest.values(), "meetings.idea.", chosen, actor.locale()));
    }

    private Fields answer(MeetingCard card, Locale locale, MultiValueMap<String, String> typed) {
        MeetingCard.MyAnswer mine = card.mine();
        String chosen = Objects.requireNonNullElse(
                typed.getFirst("answer"), mine == null ? "" : mine.answer().name());
        String guests = Objects.requireNonNullElse(
                typed.getFirst("guests"), mine == null ? "0" : Integer.toString(mine.guests()));
        return new Fields()
                .choices(
                        "answer",
                        texts.text(locale, "meetings.answer.title"),
                        choices(Answer.values(), "meetings.answer.", chosen, locale))
                .text("guests", texts.text(locale, "meetings.guests"), guests, 3);
    }

    private void dates(
            LinkPages.Page page, Actor actor, MeetingId id, String action, MultiValueMap<String, String> typed) {
        Locale locale = actor.locale();
        DatePoll poll = planning.poll(actor, id);
        if (!poll.takesVotes(clock.instant())) {
            page.paragraph(texts.text(locale, "meetings.poll.error.closed"));
            return;
        }
        Instant until = poll.until();
        if (until != null) {
            page.paragraph(texts.text(
                    locale, "meetings.poll.until", Dates.of(locale, poll.zone()).dayAndTime(until)));
        }
        page.paragraph(texts.text(locale, "meetings.poll.zone", poll.zone().getId()));
        Fields fields = new Fields();
        for (DateOption option : poll.options()) {
            Suits mine = option.mine();
            String chosen =
                    Objects.requireNonNullElse(typed.getFirst(DATE + option.id()), mine == null ? "" : mine.name());
            fields.choices(
                    DATE + option.id(),
                    legend(option, poll.zone(), locale),
                    choices(Suits.values(), "meetings.poll.suits.", chosen, locale));
        }
        fields.moment(
                        "from",
                        texts.text(locale, "meetings.poll.another.from"),
                        Objects.requireNonNullElse(typed.getFirst("from"), ""))
                .moment(
                        "to",
                        texts.text(locale, "meetings.poll.another.to"),
                        Objects.requireNonNullElse(typed.getFirst("to"), ""));
        page.form(action, fields, texts.text(locale, "meetings.link.save"));
    }

    /** When, how many can, and a holiday; not what else the person has then, since a link may be passed on. */
    private String legend(DateOption option, ZoneId zone, Locale locale) {
        String holiday = option.around().holiday();
        return when(option, zone, locale) + " · " + texts.text(locale, "meetings.poll.can", option.count(Suits.YES))
                + (holiday.isEmpty() ? "" : " · " + texts.text(locale, "meetings.poll.holiday", holiday));
    }

    private <E extends Enum<E>> List<Choice> choices(E[] values, String prefix, String chosen, Locale locale) {
        return Arrays.stream(values)
                .map(value -> new Choice(
                        value.name(),
                        texts.text(locale, prefix + value.name()),
                        value.name().equals(chosen)))
                .toList();
    }

    private static String when(MeetingCard card, Locale locale) {
        return Dates.of(locale, card.zone()).range(card.from(), card.to()) + " ("
                + card.zone().getId() + ")";
    }

    private static String when(DateOption option, ZoneId zone, Locale locale) {
        Dates dates = Dates.of(locale, zone);
        if (!option.wholeDays()) {
            return dates.range(option.from(), option.to());
        }
        Instant last = option.to().minusSeconds(1);
        String first = dates.dayLong(option.from());
        return first.equals(dates.dayLong(last)) ? first : first + " – " + dates.dayLong(last);
    }
}
