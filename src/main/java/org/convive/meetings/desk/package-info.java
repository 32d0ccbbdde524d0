/** The organiser's desk: all answers with where they came from, questions, exports, messages, the gentle reminder. */
@NullMarked
@NamedInterface("desk")
package org.convive.meetings.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
