/** The pages of this module. */
@NullMarked
package org.convive.meetings.ui;

import org.jspecify.annotations.NullMarked;
