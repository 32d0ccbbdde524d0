/** Who should meet whom, and what became of it: introductions before a meeting, the pulse and the facts after it. */
@NullMarked
package org.convive.meetings.encounters;

import org.jspecify.annotations.NullMarked;
