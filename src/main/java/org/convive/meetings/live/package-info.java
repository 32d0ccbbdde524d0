/** Tells open pages that something of a meeting changed. */
@NullMarked
package org.convive.meetings.live;

import org.jspecify.annotations.NullMarked;
