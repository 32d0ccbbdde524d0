package org.convive.meetings.papers;

import static org.convive.paper.Sheet.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.day.Attendee;
import org.convive.meetings.day.DoorService;
import org.convive.meetings.tables.Sitter;
import org.convive.meetings.tables.TablePlan;
import org.convive.meetings.tables.TableService;
import org.convive.paper.PaperSize;
import org.convive.paper.Sheet;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.springframework.stereotype.Component;

/** Name badges, eight on a sheet: the name as large as it fits, the company, what one may ask about, and the tables. */
@Component
class Badges {
    private static final String STYLE =
            "width: 82mm; height: 54mm; padding: 3mm 4mm; border: 0.5pt dashed #8ba5a5;" + " vertical-align: top;";

    private final MeetingAccess access;
    private final DoorService door;
    private final TableService tables;
    private final Translations translations;

    Badges(MeetingAccess access, DoorService door, TableService tables, Translations translations) {
        this.access = access;
        this.door = door;
        this.tables = tables;
        this.translations = translations;
    }

    Sheet of(Actor actor, MeetingId meeting) {
        MeetingAccess.Seen seen = access.seeToChange(actor, meeting);
        TablePlan plan = tables.plan(actor, meeting);
        List<String> badges = new ArrayList<>();
        for (Attendee one : door.attendance(actor, meeting).people()) {
            badges.add(badge(actor, seen, one, tablesOf(plan, one.person(), actor)));
            for (int guest = 1; guest <= one.guests(); guest++) {
                badges.add(guest(actor, seen, one));
            }
        }
        String title = translations.text(actor.locale(), "meetings.papers.badges.title", seen.title());
        return new Sheet(
                PaperSize.A4,
                actor.locale(),
                title,
                translations.text(actor.locale(), "meetings.papers.page"),
                badges.isEmpty()
                        ? "<p>" + text(translations.text(actor.locale(), "meetings.papers.nobody")) + "</p>"
                        : table(badges));
    }

    private static String table(List<String> badges) {
        var html = new StringBuilder("<table style=\"width: 174mm; -fs-table-paginate: auto;\">");
        for (int i = 0; i < badges.size(); i += 2) {
            html.append("<tr>").append(badges.get(i));
            html.append(i + 1 < badges.size() ? badges.get(i + 1) : "<td style=\"border: 0\"></td>");
            html.append("</tr>");
        }
        return html.append("</table>").toString();
    }

    private String badge(Actor actor, MeetingAccess.Seen seen, Attendee one, String sits) {
        String about = one.about().isBlank()
                ? ""
                : "<p style=\"margin: 2mm 0 0; color: #804810;\">"
                        + text(translations.text(actor.locale(), "meetings.papers.ask", shortened(one.about(), 90)))
                        + "</p>";
        String table = sits.isEmpty()
                ? ""
                : "<p style=\"margin: 2mm 0 0; font-weight: 700; color: #006567;\">" + text(sits) + "</p>";
        return cell(actor, seen, one.name(), one.organisation(), about + table);
    }

    private String guest(Actor actor, MeetingAccess.Seen seen, Attendee host) {
        return cell(
                actor, seen, "\u00a0", translations.text(actor.locale(), "meetings.papers.guest-of", host.name()), "");
    }

    private static String cell(Actor actor, MeetingAccess.Seen seen, String name, String company, String rest) {
        return "<td style=\"" + STYLE
                + "\"><p style=\"font-size: 8pt; line-height: 10pt; color: #3f5658; margin: 0 0 3mm;\">"
                + text(actor.clusterName()) + " · " + text(shortened(seen.title(), 60))
                + "</p><p style=\"font: 600 " + size(name) + " 'Bricolage Grotesque'; margin: 0 0 1mm;\">" + text(name)
                + "</p><p style=\"font-size: 12pt; line-height: 15pt; margin: 0;\">" + text(company) + "</p>" + rest
                + "</td>";
    }

    private static String size(String name) {
        return name.length() > 22 ? "15pt/18pt" : name.length() > 14 ? "19pt/22pt" : "24pt/27pt";
    }

    private String tablesOf(TablePlan plan, @org.jspecify.annotations.Nullable PersonId person, Actor actor) {
        Sitter sitter = person == null || !plan.mixed() ? null : plan.sitter(person);
        if (sitter == null || !sitter.isSeated()) {
            return "";
        }
        String numbers = Objects.requireNonNull(sitter).tables().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" · "));
        return translations.text(actor.locale(), "meetings.papers.tables", numbers);
    }

    private static String shortened(String words, int most) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }
}
