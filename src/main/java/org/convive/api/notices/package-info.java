/** What people are told, through the API. */
@NullMarked
package org.convive.api.notices;

import org.jspecify.annotations.NullMarked;
