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

    /** @throws InvalidInput naming everything that is wrong with the new version of a meeting */
    static void checkChange(MeetingDraft draft, Instant formerStart, @Nullable Instant formerAnswerBy, Instant now) {
        Instant from = draft.from();
        check(draft, now)
                .that(
                        from == null || from.equals(formerStart) || from.isAfter(now),
                        "from",
                        Message.of("meetings.error.past"))
                .that(
                        draft.answerBy() == null
                                || Objects.equals(draft.answerBy(), formerAnswerBy)
                                || draft.answerBy().isAfter(now),
                        "answerBy",
                        Message.of("meetings.error.answer-by-past"))
                .orThrow();
    }

    private static InvalidInput.Check check(MeetingDraft draft, Instant now) {
        Instant from = draft.from();
        Instant to = draft.to();
        var check = InvalidInput.check()
                .required(draft.title(), 200, "title")
                .atMost(draft.description(), 10_000, "description")
                .atMost(draft.place().text(), 500, "place")
                .atMost(draft.place().link(), 500, "link")
                .that(draft.place().isSomewhere(), "place", Message.of("meetings.error.nowhere"))
                .that(
                        draft.place().link().isEmpty()
                                || isWebAddress(draft.place().link()),
                        "link",
                        Message.of("meetings.error.link"))
                .that(from != null, "from", Message.of("shared.error.required"))
                .that(to != null, "to", Message.of("shared.error.required"))
                .that(
                        draft.capacity() == null || (draft.capacity() >= 1 && draft.capacity() <= MAX_CAPACITY),
                        "capacity",
                        Message.of("meetings.error.capacity", MAX_CAPACITY));
        if (from != null && to != null) {
            check.that(to.isAfter(from), "to", Message.of("meetings.error.ends-before-start"))
                    .that(
                            Duration.between(from, to).compareTo(LONGEST) <= 0,
                            "to",
                            Message.of("meetings.error.too-long", LONGEST.toDays()))
                    .that(from.isBefore(now.plus(FARTHEST)), "from", Message.of("meetings.error.too-far"))
                    .that(
                            draft.answerBy() == null || !draft.answerBy().isAfter(from),
                            "answerBy",
                            Message.of("meetings.error.answer-by-after-start"));
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
