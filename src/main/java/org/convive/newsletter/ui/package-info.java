/** The pages of this module. */
@NullMarked
package org.convive.newsletter.ui;

import org.jspecify.annotations.NullMarked;
