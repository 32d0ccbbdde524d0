/** What writers need besides the draft itself: joining their changes, readers to look through the eyes of. */
@NullMarked
package org.convive.newsletter.writing;

import org.jspecify.annotations.NullMarked;
