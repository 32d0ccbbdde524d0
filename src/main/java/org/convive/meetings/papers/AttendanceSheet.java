package org.convive.meetings.papers;

import static org.convive.paper.Sheet.text;

import java.util.List;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.day.Attendee;
import org.convive.meetings.day.DoorService;
import org.convive.paper.PaperSize;
import org.convive.paper.Sheet;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.springframework.stereotype.Component;

/** The list that funders ask for: a box to sign in for everybody, with what was signed on a screen already in it. */
@Component
class AttendanceSheet {
    private static final int EMPTY_ROWS = 6;

    private final MeetingAccess access;
    private final DoorService door;
    private final Translations translations;

    AttendanceSheet(MeetingAccess access, DoorService door, Translations translations) {
        this.access = access;
        this.door = door;
        this.translations = translations;
    }

    Sheet of(Actor actor, MeetingId meeting) {
        MeetingAccess.Seen seen = access.seeToChange(actor, meeting);
        Dates dates = Dates.of(actor.locale(), seen.zone());
        var html = new StringBuilder("<p class=\"above\">").append(text(actor.clusterName()));
        html.append("</p><h1>")
                .append(text(say(actor, "meetings.papers.sheet")))
                .append("</h1><table class=\"facts\">");
        fact(html, say(actor, "meetings.papers.meeting"), seen.title());
        if (seen.starts() != null && seen.ends() != null) {
            fact(html, say(actor, "meetings.papers.when"), dates.range(seen.starts(), seen.ends()));
        }
        fact(html, say(actor, "meetings.papers.where"), seen.where());
        html.append("</table><p></p><table><thead><tr>");
        for (String column : List.of("number", "name", "organisation", "arrived", "signature")) {
            html.append("<th>")
                    .append(text(say(actor, "meetings.papers.column." + column)))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        int number = 1;
        for (Attendee one : door.attendance(actor, meeting).people()) {
            String arrived = one.arrived() == null ? "" : dates.time(one.arrived());
            row(html, number++, one.name(), one.organisation(), arrived, one.signature(), actor);
            for (int guest = 0; guest < one.guests(); guest++) {
                row(html, number++, "", say(actor, "meetings.papers.guest-of", one.name()), "", null, actor);
            }
        }
        for (int empty = 0; empty < EMPTY_ROWS; empty++) {
            row(html, number++, "", "", "", null, actor);
        }
        html.append("</tbody></table>");
        return new Sheet(
                PaperSize.A4,
                actor.locale(),
                say(actor, "meetings.papers.sheet.title", seen.title()),
                say(actor, "meetings.papers.page"),
                html.toString());
    }

    private static void fact(StringBuilder html, String name, String value) {
        if (!value.isBlank()) {
            html.append("<tr><td>")
                    .append(text(name))
                    .append("</td><td>")
                    .append(text(value))
                    .append("</td></tr>");
        }
    }

    private void row(
            StringBuilder html,
            int number,
            String name,
            String organisation,
            String arrived,
            @org.jspecify.annotations.Nullable String signature,
            Actor actor) {
        String box = "border: 0.5pt solid #6e8d8e; width: 52mm; height: 13mm; padding: 0; vertical-align: middle;";
        String signed = signature == null
                ? ""
                : "<img style=\"width: 39mm; height: 13mm;\" alt=\""
                        + text(say(actor, "meetings.papers.signed-by", name)) + "\" src=\""
                        + Strokes.picture(signature) + "\"/>";
        html.append("<tr><td style=\"width: 8mm\">")
                .append(number)
                .append("</td><td style=\"width: 48mm\"><b>")
                .append(text(name))
                .append("</b></td><td>")
                .append(text(organisation))
                .append("</td><td style=\"width: 18mm\">")
                .append(text(arrived))
                .append("</td><td style=\"")
                .append(box)
                .append("\">")
                .append(signed)
                .append("</td></tr>");
    }

    private String say(Actor actor, String key, Object... args) {
        return translations.text(actor.locale(), key, args);
    }
}
