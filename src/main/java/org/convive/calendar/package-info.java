/** iCalendar in and out: feeds, invitations (RFC 5545, 5546, 6047); features offer their entries through an SPI. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "uikit", "identity", "identity::ui", "mail"})
package org.convive.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
