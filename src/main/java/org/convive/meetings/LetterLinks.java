package org.convive.meetings;

import org.convive.shared.PersonId;

/** The address at which one person answers for one meeting without signing in. */
interface LetterLinks {
    String address(MeetingId meeting, PersonId person);
}
