/** Second sessions: when many wait for a seat, somebody offers to host the meeting once more. */
@NullMarked
@NamedInterface("sessions")
package org.convive.meetings.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
