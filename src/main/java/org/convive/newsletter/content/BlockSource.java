package org.convive.newsletter.content;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.convive.identity.Actor;
import org.convive.shared.ClusterId;
import org.jspecify.annotations.Nullable;

/**
 * A feature whose things can stand in an issue as living cards, and which proposes what a letter could tell. Implemented
 * as a Spring bean, one for each kind.
 */
public interface BlockSource extends NewsSource {
    /** The kinds of things an issue can show a card of. */
    enum Kind {
        MEETING,
        POLL,
        MEANS,
        ORGANISATION,
        PERSON,
        NEED,
        OFFER;

        /** Whether its card may stand where everybody reads; people, needs and offers stay among members. */
        public boolean isPublic() {
            return this == MEETING || this == MEANS || this == ORGANISATION;
        }
    }

    Kind kind();

    /**
     * Things the writer may choose from: those whose name contains the text, the likeliest first, at most twenty; an
     * empty text gives suggestions (what comes next, what is new).
     */
    List<Choice> search(Actor actor, String text);

    /** The card of one thing as every member of the cluster may see it; empty when it is gone or of another cluster. */
    Optional<Card> render(ClusterId cluster, long id, Locale locale);

    /**
     * The card where everybody reads, and in mails to readers who are no members; empty when the thing is not for everybody. Asked only of kinds
     * that are public.
     */
    default Optional<Card> renderForEverybody(ClusterId cluster, long id, Locale locale) {
        return kind().isPublic() ? render(cluster, id, locale) : Optional.empty();
    }

    @Override
    default List<Candidate> candidates(ClusterId cluster, Period period) {
        return List.of();
    }

    /** @param detail a few words that tell it from its namesakes, e.g. the day or the town */
    record Choice(long id, String title, String detail) {}

    /**
     * @param lines short plain texts below the title, e.g. when and where
     * @param path its page below the public address, without a leading slash: {@code c/verre-d-orsenne/meetings/42}
     * @param picture the number of a face or photograph that belongs to it; null for none
     */
    record Card(
            String title,
            List<String> lines,
            String path,
            @Nullable Long picture) {
        public Card(String title, List<String> lines, String path) {
            this(title, lines, path, null);
        }
    }

    /**
     * What a letter tells about.
     *
     * @param since when the last letter left
     * @param until how far ahead it looks
     */
    record Period(Instant since, Instant now, Instant until) {
        public boolean isPast(Instant at) {
            return !at.isBefore(since) && at.isBefore(now);
        }

        public boolean isComing(Instant at) {
            return !at.isBefore(now) && at.isBefore(until);
        }
    }

    /** What a candidate is about, in the order in which a letter tells it. */
    enum Topic {
        COMING,
        /** Seats of a full meeting, and times of a means, that came free. */
        OPEN,
        DECIDED,
        HAPPENED,
        WELCOME,
        MEANS,
        WANTED
    }

    /**
     * Something a letter could tell.
     *
     * @param at when it happens or happened
     * @param title its heading, in the language in which it was written
     * @param text one or two sentences of Markdown in the language asked for
     * @param path its page, as in {@link Card}
     * @param weight how much it concerns everybody, 0 to 100; the heaviest are proposed
     */
    record Candidate(
            Topic topic,
            Kind kind,
            long thing,
            Instant at,
            String title,
            Function<Locale, String> text,
            String path,
            int weight) {}
}
