package org.convive.means.use;

import org.convive.shared.InvalidInput;
import org.convive.shared.Message;

/**
 * How the owner wants a means to be handed over.
 *
 * @param checkIn whether who booked it checks in and out
 * @param noShowMinutes so many minutes after the start an unclaimed booking gives its slot back; 0 for never
 * @param ownerConfirms whether the owner confirms what the booker says of taking and giving back
 * @param meter what is read off
 * @param instructions told at check-in, Markdown
 * @param version the one that was read, for editing
 */
public record UseRules(
        boolean checkIn, int noShowMinutes, boolean ownerConfirms, Meter meter, String instructions, int version) {
    /** Nobody checks in. */
    public static final UseRules NONE = new UseRules(false, 0, false, Meter.NONE, "", 0);

    static final int MOST_MINUTES = 1440;

    void require() {
        InvalidInput.check()
                .that(
                        noShowMinutes == 0 || noShowMinutes >= 5 && noShowMinutes <= MOST_MINUTES,
                        "noShowMinutes",
                        Message.of("means.use.error.no-show"))
                .that(
                        checkIn || noShowMinutes == 0,
                        "noShowMinutes",
                        Message.of("means.use.error.no-show-needs-check-in"))
                .atMost(instructions, 5_000, "instructions")
                .orThrow();
    }
}
