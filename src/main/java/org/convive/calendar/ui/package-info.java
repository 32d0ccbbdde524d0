/** The pages of this module. */
@NullMarked
package org.convive.calendar.ui;

import org.jspecify.annotations.NullMarked;
