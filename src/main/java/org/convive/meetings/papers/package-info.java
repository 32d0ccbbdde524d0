/** What is printed for a meeting: name badges, the attendance sheet, the table plan, the poster at the door. */
@NullMarked
package org.convive.meetings.papers;

import org.jspecify.annotations.NullMarked;
