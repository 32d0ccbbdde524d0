/** Who sits at which table in each course: wishes, the search for a good mixture, the plan as it is shown and printed. */
@NullMarked
package org.convive.meetings.tables;

import org.jspecify.annotations.NullMarked;
