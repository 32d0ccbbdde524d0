/** Meetings through the API: ideas, polls, answers, series, the desk, means with the meeting. */
@NullMarked
package org.convive.api.meetings;

import org.jspecify.annotations.NullMarked;
