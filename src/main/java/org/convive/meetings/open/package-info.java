/** Meetings that everybody may read about and come to, without signing in. */
@NullMarked
package org.convive.meetings.open;

import org.jspecify.annotations.NullMarked;
