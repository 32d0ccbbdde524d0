/** The pages of give and take. */
@NullMarked
package org.convive.means.ledger.ui;

import org.jspecify.annotations.NullMarked;
