package org.convive.meetings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/** What a meeting must be to be put into people's calendars. */
final class MeetingPolicy {
    static final int MAX_CAPACITY = 10_000;
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration FARTHEST = Duration.ofDays(3 * 366L);

    private MeetingPolicy() {}

    /** @throws InvalidInput naming everything that is wrong with a new meeting */
    static void checkNew(MeetingDraft draft, Instant now) {
        check(draft, now)
                .that(draft.from() == null || draft.from().isAfter(now), "from", Message.of("meetings.error.past"))
                .that(
                        draft.answerBy() == null || draft.answerBy().isAfter(now),
                        "answerBy",
                        Message.of("meetings.error.answer-by-past"))
                .that(!draft.invited().isNobody(), "invited", Message.of("meetings.error.nobody-invited"))
                .orThrow();
    }

    /** @throws InvalidInput naming everything that is wrong with a new meeting that has no date yet */
    static void checkUndated(MeetingDraft draft) {
        words(draft)
                .that(!draft.invited().isNobody(), "invited", Message.of("meetings.error.nobody-invited"))
                .orThrow();
    }

    /** @throws InvalidInput naming everything that is wrong with the new version of a meeting */
    static void checkChange(Meeting former, MeetingDraft draft, Instant now) {
        if (!former.isDated()) {
            words(draft).orThrow();
            return;
        }
        Instant from = draft.from();
        check(draft, now)
                .that(
                        from == null || from.equals(former.from()) || from.isAfter(now),
                        "from",
                        Message.of("meetings.error.past"))
                .that(
                        draft.answerBy() == null
                                || Objects.equals(draft.answerBy(), former.answerBy())
                                || draft.answerBy().isAfter(now),
                        "answerBy",
                        Message.of("meetings.error.answer-by-past"))
                .orThrow();
    }

    /** @throws InvalidInput for a time at which no meeting can be set */
    static void checkTime(@Nullable Instant from, @Nullable Instant to, Instant now) {
        time(InvalidInput.check(), from, to, now)
                .that(from == null || from.isAfter(now), "from", Message.of("meetings.error.past"))
                .orThrow();
    }

    private static InvalidInput.Check check(MeetingDraft draft, Instant now) {
        Instant from = draft.from();
        var check = words(draft).that(draft.place().isSomewhere(), "place", Message.of("meetings.error.nowhere"));
        time(check, from, draft.to(), now);
        if (from != null) {
            check.that(
                    draft.answerBy() == null || !draft.answerBy().isAfter(from),
                    "answerBy",
                    Message.of("meetings.error.answer-by-after-start"));
        }
        return check;
    }

    private static InvalidInput.Check words(MeetingDraft draft) {
        return InvalidInput.check()
                .required(draft.title(), 200, "title")
                .atMost(draft.description(), 10_000, "description")
                .atMost(draft.place().text(), 500, "place")
                .atMost(draft.place().link(), 500, "link")
                .that(
                        draft.place().link().isEmpty()
                                || isWebAddress(draft.place().link()),
                        "link",
                        Message.of("meetings.error.link"))
                .that(
                        draft.capacity() == null || (draft.capacity() >= 1 && draft.capacity() <= MAX_CAPACITY),
                        "capacity",
                        Message.of("meetings.error.capacity", MAX_CAPACITY));
    }

    private static InvalidInput.Check time(
            InvalidInput.Check check, @Nullable Instant from, @Nullable Instant to, Instant now) {
        check.that(from != null, "from", Message.of("shared.error.required"))
                .that(to != null, "to", Message.of("shared.error.required"));
        if (from != null && to != null) {
            check.that(to.isAfter(from), "to", Message.of("meetings.error.ends-before-start"))
                    .that(
                            Duration.between(from, to).compareTo(LONGEST) <= 0,
                            "to",
                            Message.of("meetings.error.too-long", LONGEST.toDays()))
                    .that(from.isBefore(now.plus(FARTHEST)), "from", Message.of("meetings.error.too-far"));
        }
        return check;
    }

    private static boolean isWebAddress(String link) {
        try {
            URI uri = new URI(link);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
