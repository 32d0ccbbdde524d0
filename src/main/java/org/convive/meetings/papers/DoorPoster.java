package org.convive.meetings.papers;

import static org.convive.paper.Sheet.text;

import org.convive.identity.Actor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.day.DoorService;
import org.convive.paper.PaperSize;
import org.convive.paper.QrCode;
import org.convive.paper.Sheet;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.springframework.stereotype.Component;

/** The poster at the door: the meeting's name and a code that guests scan to say that they are here. */
@Component
class DoorPoster {
    private final MeetingAccess access;
    private final DoorService door;
    private final Translations translations;

    DoorPoster(MeetingAccess access, DoorService door, Translations translations) {
        this.access = access;
        this.door = door;
        this.translations = translations;
    }

    Sheet of(Actor actor, MeetingId meeting) {
        MeetingAccess.Seen seen = access.seeToChange(actor, meeting);
        String when = seen.starts() == null || seen.ends() == null
                ? ""
                : Dates.of(actor.locale(), seen.zone()).range(seen.starts(), seen.ends());
        String scan = translations.text(actor.locale(), "meetings.papers.scan");
        String body = "<div style=\"text-align: center; padding-top: 12mm;\"><p class=\"above\">"
                + text(actor.clusterName()) + "</p><h1 style=\"font-size: 34pt; line-height: 40pt;\">"
                + text(seen.title()) + "</h1><p style=\"font-size: 14pt; line-height: 20pt;\">" + text(when)
                + "</p><p><img style=\"width: 110mm; height: 110mm;\" alt=\"" + text(scan) + "\" src=\""
                + QrCode.of(door.doorAddress(actor, meeting)).dataUri()
                + "\"/></p><p style=\"font-size: 18pt; line-height: 24pt;\">" + text(scan) + "</p></div>";
        return new Sheet(
                PaperSize.A4,
                actor.locale(),
                seen.title(),
                translations.text(actor.locale(), "meetings.papers.page"),
                body);
    }
}
