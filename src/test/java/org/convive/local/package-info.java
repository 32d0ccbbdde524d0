/** What `./portal run` and the journeys start on the developer's machine; nothing here is in the production jar. */
@NullMarked
package org.convive.local;

import org.jspecify.annotations.NullMarked;
