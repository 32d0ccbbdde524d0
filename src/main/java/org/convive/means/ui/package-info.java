/** The pages of this module. */
@NullMarked
package org.convive.means.ui;

import org.jspecify.annotations.NullMarked;
