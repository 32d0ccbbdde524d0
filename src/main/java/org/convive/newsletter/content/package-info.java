/** What other features implement so that their things can stand in an issue. */
@NullMarked
@NamedInterface("content")
package org.convive.newsletter.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
