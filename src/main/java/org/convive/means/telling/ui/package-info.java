/** What telling adds to the pages of means. */
@NullMarked
package org.convive.means.telling.ui;

import org.jspecify.annotations.NullMarked;
