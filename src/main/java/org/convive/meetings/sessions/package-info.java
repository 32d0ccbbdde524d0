/** Second sessions: when many wait for a seat, somebody offers to host the meeting once more. */
@NullMarked
package org.convive.meetings.sessions;

import org.jspecify.annotations.NullMarked;
