/** The pages about utilisation and unmet demand. */
@NullMarked
package org.convive.means.watch.ui;

import org.jspecify.annotations.NullMarked;
