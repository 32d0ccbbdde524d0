/** Calls from the portal to addresses that people typed: only to the open internet, and never for long. */
@NullMarked
package org.convive.shared.web;

import org.jspecify.annotations.NullMarked;
