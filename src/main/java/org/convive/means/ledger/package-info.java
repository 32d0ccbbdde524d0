/**
 * Give and take: what using costs, and the ledger between companies. Each use becomes a line with two sides that sum to
 * zero; nothing is edited, only corrected by a counter-entry. Whoever writes lines touches the pair's row first.
 */
@NullMarked
@NamedInterface("ledger")
package org.convive.means.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
