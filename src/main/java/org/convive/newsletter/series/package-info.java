/** What comes month after month: the rhythm, what members send, and the first draft of the next letter. */
@NullMarked
package org.convive.newsletter.series;

import org.jspecify.annotations.NullMarked;
