package org.convive.newsletter.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.shared.ClusterId;

/** A feature whose things can stand in an issue as living cards. Implemented as a Spring bean, one for each kind. */
public interface BlockSource {
    /** The kinds of things an issue can show a card of. */
    enum Kind {
        MEETING,
        MEANS,
        ORGANISATION
    }

    Kind kind();

    /**
     * Things the writer may choose from: those whose name contains the text, the likeliest first, at most twenty; an
     * empty text gives suggestions (what comes next, what is new).
     */
    List<Choice> search(Actor actor, String text);

    /** The card of one thing as every member of the cluster may see it; empty when it is gone or of another cluster. */
    Optional<Card> render(ClusterId cluster, long id, Locale locale);

    /** @param detail a few words that tell it from its namesakes, e.g. the day or the town */
    record Choice(long id, String title, String detail) {}

    /**
     * @param lines short plain texts below the title, e.g. when and where
     * @param path its page below the public address, without a leading slash: {@code c/verre-d-orsenne/meetings/42}
     */
    record Card(String title, List<String> lines, String path) {}
}
