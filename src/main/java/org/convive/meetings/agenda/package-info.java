/** The agenda of a meeting, with its running clock, and the topics that members want on the next one. */
@NullMarked
@NamedInterface("agenda")
package org.convive.meetings.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
