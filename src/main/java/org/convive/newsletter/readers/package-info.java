/** Who reads the letters: members and outsiders, what they want, and the record of what they agreed to. */
@NullMarked
package org.convive.newsletter.readers;

import org.jspecify.annotations.NullMarked;
