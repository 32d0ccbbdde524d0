package org.convive.newsletter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issue with everything in it.
 *
 * @param state whether readers see it
 * @param changed when its text was last saved
 * @param tested when its writer last sent it to themself
 * @param envelope to whom it goes or went, and in which template
 */
public record Issue(
        IssueSummary summary,
        Draft content,
        State state,
        Instant changed,
        @Nullable Instant tested,
        Envelope envelope,
        int version) {

    /** Written, or sent: an issue that was sent is not changed any more. */
    public enum State {
        DRAFT,
        PUBLISHED
    }

    public long id() {
        return summary.id();
    }

    /** Whether its writer has read it in their own inbox as it stands now. */
    public boolean isTested() {
        return tested != null && !tested.isBefore(changed);
    }

    Issue with(List<Block> blocks) {
        Draft all =
                new Draft(content.title(), content.introduction(), content.language(), blocks, content.translated());
        return new Issue(summary, all, state, changed, tested, envelope, version);
    }

    public boolean isPublished() {
        return state == State.PUBLISHED;
    }
}
