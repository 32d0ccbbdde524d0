/** The catalogue as files and calendars, through the API. */
@NullMarked
package org.convive.api.catalogue;

import org.jspecify.annotations.NullMarked;
