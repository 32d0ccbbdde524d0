/** What runs again and again on a node. */
@NullMarked
package org.convive.shared.clock;

import org.jspecify.annotations.NullMarked;
