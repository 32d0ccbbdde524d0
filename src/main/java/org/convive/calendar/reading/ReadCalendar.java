package org.convive.calendar.reading;

import java.util.List;
import org.convive.shared.Message;

/**
 * What a calendar says that we use.
 *
 * @param method the iTIP method in upper case; empty when there is none
 * @param events those that can be used
 * @param skipped those that cannot, each with the reason
 */
public record ReadCalendar(String method, String name, String product, List<ReadEvent> events, List<Skipped> skipped) {
    /** A component that was left out. */
    public record Skipped(String what, Message reason) {}
}
