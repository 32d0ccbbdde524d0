package org.convive.means.ui;

import java.time.Instant;
import java.util.Map;
import org.convive.means.Means;
import org.convive.means.Unit;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for in the booking panel, and whether it can be had.
 *
 * @param free how many units are
 * @param broken rules, field to sentence
 * @param unit the one that was pointed at
 */
record Wish(
        Means means,
        Instant from,
        Instant to,
        int free,
        Map<String, Message> broken,
        @Nullable Unit unit) {}
