/** Convive, the portal of an industrial cluster. Each direct sub-package is a module. */
@NullMarked
package org.convive;

import org.jspecify.annotations.NullMarked;
