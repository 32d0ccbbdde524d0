/** The day itself: who is there, their signatures, and a word to all of them. */
@NullMarked
package org.convive.meetings.day;

import org.jspecify.annotations.NullMarked;
