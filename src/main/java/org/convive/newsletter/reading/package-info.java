/** What readers do with a letter: thank, keep, write back. */
@NullMarked
package org.convive.newsletter.reading;

import org.jspecify.annotations.NullMarked;
