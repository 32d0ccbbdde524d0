/** What people share around a meeting: what each brings, who hosts next, seats in cars. */
@NullMarked
package org.convive.meetings.sharing;

import org.jspecify.annotations.NullMarked;
