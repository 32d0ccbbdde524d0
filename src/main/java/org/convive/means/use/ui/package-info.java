/** The pages about using what was booked. */
@NullMarked
package org.convive.means.use.ui;

import org.jspecify.annotations.NullMarked;
