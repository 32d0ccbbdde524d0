package org.convive.newsletter.readers;

import java.time.Instant;
import java.util.List;
import org.convive.newsletter.Block;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who reads the letters of a cluster, or did, or was asked to.
 *
 * @param organisation they stand for; null for outsiders and for members who stand for none
 * @param state whether mails reach them
 * @param since when they came to this state; null for members who never chose
 */
public record Reader(
        ReaderId id,
        String name,
        String email,
        Preferences preferences,
        @Nullable Long organisation,
        State state,
        @Nullable Instant since) {

    /** How a reader stands. */
    public enum State {
        READS,
        /** Was sent the mail that asks them to confirm. */
        PENDING,
        LEFT
    }

    /** Whether a letter with these blocks is one this reader wants when it appears. */
    public boolean wants(List<Block> blocks) {
        return switch (preferences.frequency()) {
            case EACH -> true;
            case MONTHLY -> false;
            case CONCERNS_ME -> blocks.stream().anyMatch(this::concerns);
        };
    }

    private boolean concerns(Block block) {
        Long thing = block.thing();
        boolean aboutThem = thing != null
                && (block.kind() == Block.Kind.ORGANISATION && thing.equals(organisation)
                        || block.kind() == Block.Kind.PERSON && id.member() && thing == id.id());
        return aboutThem || preferences.topics().stream().anyMatch(topic -> topic.isOf(block));
    }
}
