/** The album's page, and what the meeting's page shows of it. */
@NullMarked
package org.convive.meetings.album.ui;

import org.jspecify.annotations.NullMarked;
