/** The minutes of a meeting: taken by several people at once, corrected, released; decisions and actions. */
@NullMarked
@NamedInterface("minutes")
package org.convive.meetings.minutes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
