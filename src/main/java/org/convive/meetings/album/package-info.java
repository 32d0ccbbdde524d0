/** The photos of a meeting: seen by members, only with the consent of everybody who can be recognised. */
@NullMarked
package org.convive.meetings.album;

import org.jspecify.annotations.NullMarked;
