/** The pages of this module. */
@NullMarked
@NamedInterface("ui")
package org.convive.calendar.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
