package org.convive.meetings.papers;

import static org.convive.paper.Sheet.text;

import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.tables.Sitter;
import org.convive.meetings.tables.TablePlan;
import org.convive.meetings.tables.TableService;
import org.convive.paper.PaperSize;
import org.convive.paper.Sheet;
import org.convive.shared.NotFoundException;
import org.convive.shared.Translations;
import org.springframework.stereotype.Component;

/** The seating on paper: everybody by name with their tables, then a page for each course with who sits where. */
@Component
class TableSheets {
    private final MeetingAccess access;
    private final TableService tables;
    private final Translations translations;

    TableSheets(MeetingAccess access, TableService tables, Translations translations) {
        this.access = access;
        this.tables = tables;
        this.translations = translations;
    }

    Sheet of(Actor actor, MeetingId meeting) {
        MeetingAccess.Seen seen = access.see(actor, meeting);
        TablePlan plan = tables.plan(actor, meeting);
        if (!plan.mixed()) {
            throw new NotFoundException("table plan");
        }
        var html = new StringBuilder("<p class=\"above\">" + text(seen.title()) + "</p><h1>"
                + text(say(actor, "meetings.papers.by-name")) + "</h1>");
        byName(html, actor, plan);
        for (int course = 0; course < plan.layout().courses(); course++) {
            html.append("<h1 style=\"page-break-before: always\">")
                    .append(text(
                            plan.layout().courses() == 1
                                    ? say(actor, "meetings.tables.title")
                                    : say(actor, "meetings.tables.course", course + 1)))
                    .append("</h1>");
            for (int table = 1; table <= plan.layout().tables(); table++) {
                html.append("<div style=\"page-break-inside: avoid\"><h2>")
                        .append(text(say(actor, "meetings.tables.table", table)))
                        .append("</h2><p>")
                        .append(plan.at(course, table).stream()
                                .map(sitter -> person(actor, sitter))
                                .collect(Collectors.joining("<br/>")))
                        .append("</p></div>");
            }
        }
        return new Sheet(
                PaperSize.A4,
                actor.locale(),
                say(actor, "meetings.tables.page", seen.title()),
                say(actor, "meetings.papers.page"),
                html.toString());
    }

    private void byName(StringBuilder html, Actor actor, TablePlan plan) {
        html.append("<table><thead><tr><th>")
                .append(text(say(actor, "meetings.papers.column.name")))
                .append("</th><th>")
                .append(text(say(actor, "meetings.papers.column.organisation")))
                .append("</th>");
        for (int course = 1; course <= plan.layout().courses(); course++) {
            html.append("<th class=\"number\">")
                    .append(text(
                            plan.layout().courses() == 1
                                    ? say(actor, "meetings.papers.column.table")
                                    : say(actor, "meetings.tables.course", course)))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (Sitter sitter : plan.sitters()) {
            html.append("<tr><td><b>")
                    .append(text(sitter.name()))
                    .append("</b></td><td>")
                    .append(text(sitter.organisation()))
                    .append("</td>");
            for (int course = 0; course < plan.layout().courses(); course++) {
                html.append("<td class=\"number\">")
                        .append(sitter.tableIn(course) == 0 ? "" : sitter.tableIn(course))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private String person(Actor actor, Sitter sitter) {
        String guests = sitter.guests() == 0 ? "" : " " + say(actor, "meetings.tables.guests", sitter.guests());
        return "<b>" + text(sitter.name()) + "</b>, " + text(sitter.organisation()) + text(guests);
    }

    private String say(Actor actor, String key, Object... args) {
        return translations.text(actor.locale(), key, args);
    }
}
