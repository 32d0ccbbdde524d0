package org.convive.meetings.minutes.ui;

import java.util.List;
import org.convive.directory.PersonCard;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.minutes.MinutesService;

/**
 * What every part of the page of minutes needs.
 *
 * @param people those who may see to something
 * @param refresh shows the minutes anew, but for what is being changed
 */
record MinutesDesk(
        MinutesService service, Actor actor, MeetingAccess.Seen meeting, List<PersonCard> people, Runnable refresh) {}
