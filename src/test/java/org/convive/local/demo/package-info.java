/** The demo world of a local run: two invented clusters, told through the portal's own services. */
@NullMarked
package org.convive.local.demo;

import org.jspecify.annotations.NullMarked;
