/** The pages behind the signed links of letters: answering without signing in. */
@NullMarked
package org.convive.meetings.links;

import org.jspecify.annotations.NullMarked;
