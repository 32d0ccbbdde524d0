/** Before a meeting has its date: interest in an idea, and the dates that suit people. */
@NullMarked
@NamedInterface("planning")
package org.convive.meetings.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
