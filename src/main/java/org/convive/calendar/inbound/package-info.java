/** What comes by mail about calendars: answers recorded, words kept, the doubtful put aside. Writes to nobody else. */
@NullMarked
@NamedInterface("inbound")
package org.convive.calendar.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
