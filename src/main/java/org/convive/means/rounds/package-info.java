/** What the portal does by itself for shared means when its time has come. */
@NullMarked
package org.convive.means.rounds;

import org.jspecify.annotations.NullMarked;
