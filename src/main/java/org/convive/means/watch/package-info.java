/** What use tells about the means there are and the ones that are missing: utilisation, unmet demand. */
@NullMarked
@NamedInterface("watch")
package org.convive.means.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
