/** The pages of this module. */
@NullMarked
package org.convive.notices.ui;

import org.jspecify.annotations.NullMarked;
