/** Whom companies count as competitors, for introductions and tables; only who speaks for a company sees its list. */
@NullMarked
package org.convive.meetings.rivals;

import org.jspecify.annotations.NullMarked;
