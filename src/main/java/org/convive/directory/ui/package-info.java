/** The pages of this module. */
@NullMarked
package org.convive.directory.ui;

import org.jspecify.annotations.NullMarked;
