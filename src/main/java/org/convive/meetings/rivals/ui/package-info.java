/** Where a company says whom it counts as competitors. */
@NullMarked
package org.convive.meetings.rivals.ui;

import org.jspecify.annotations.NullMarked;
