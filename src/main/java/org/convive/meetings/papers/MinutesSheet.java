package org.convive.meetings.papers;

import static org.convive.paper.Sheet.text;

import java.util.List;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.agenda.AgendaItem;
import org.convive.meetings.agenda.AgendaService;
import org.convive.meetings.minutes.Entry;
import org.convive.meetings.minutes.Minutes;
import org.convive.meetings.minutes.MinutesService;
import org.convive.paper.PaperSize;
import org.convive.paper.Sheet;
import org.convive.shared.NotFoundException;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The minutes on paper, item by item, then the actions as a table. */
@Component
class MinutesSheet {
    private final MeetingAccess access;
    private final AgendaService agendas;
    private final MinutesService service;
    private final Translations translations;

    MinutesSheet(MeetingAccess access, AgendaService agendas, MinutesService service, Translations translations) {
        this.access = access;
        this.agendas = agendas;
        this.service = service;
        this.translations = translations;
    }

    Sheet of(Actor actor, MeetingId meeting) {
        MeetingAccess.Seen seen = access.see(actor, meeting);
        Minutes minutes = service.minutes(actor, meeting);
        if (minutes.isEmpty()) {
            throw new NotFoundException("minutes");
        }
        Dates dates = Dates.of(actor.locale(), seen.zone());
        String title = say(actor, "meetings.papers.minutes.title", seen.title());
        var html = new StringBuilder(
                "<p class=\"above\">" + text(actor.clusterName()) + "</p><h1>" + text(title) + "</h1>");
        if (seen.starts() != null && seen.ends() != null) {
            html.append("<p class=\"quiet\">")
                    .append(text(dates.range(seen.starts(), seen.ends())))
                    .append(seen.where().isEmpty() ? "" : ", " + text(seen.where()))
                    .append("</p>");
        }
        if (minutes.state() != Minutes.State.RELEASED) {
            html.append("<p><em>")
                    .append(text(say(actor, "meetings.minutes.state." + minutes.state())))
                    .append("</em></p>");
        }
        for (AgendaItem item : agendas.agenda(actor, meeting).items()) {
            section(html, actor, minutes, item.title(), item.id());
        }
        section(html, actor, minutes, say(actor, "meetings.minutes.other"), null);
        actions(html, actor, minutes.of(Entry.Kind.ACTION));
        return new Sheet(PaperSize.A4, actor.locale(), title, say(actor, "meetings.papers.page"), html.toString());
    }

    private void section(StringBuilder html, Actor actor, Minutes minutes, String heading, @Nullable Long item) {
        List<Entry> entries = minutes.entries().stream()
                .filter(entry -> Objects.equals(entry.item(), item))
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        html.append("<h2>").append(text(heading)).append("</h2>");
        for (Entry entry : entries) {
            String words = text(entry.words()).replace("\n", "<br/>");
            html.append("<p>")
                    .append(
                            entry.kind() == Entry.Kind.NOTE
                                    ? words
                                    : "<b>" + text(say(actor, "meetings.minutes.kind." + entry.kind())) + ":</b> "
                                            + words)
                    .append("</p>");
        }
    }

    private void actions(StringBuilder html, Actor actor, List<Entry> actions) {
        if (actions.isEmpty()) {
            return;
        }
        html.append("<h2>")
                .append(text(say(actor, "meetings.minutes.mail.ACTION")))
                .append("</h2><table><thead><tr>");
        for (String key : List.of("kind.ACTION", "field.owner", "field.due")) {
            html.append("<th>")
                    .append(text(say(actor, "meetings.minutes." + key)))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (Entry action : actions) {
            html.append("<tr><td>")
                    .append(text(action.words()))
                    .append("</td><td>")
                    .append(text(action.ownerName()))
                    .append("</td><td>")
                    .append(action.due() == null ? "" : text(Dates.date(action.due(), actor.locale())))
                    .append("</td></tr>");
        }
        html.append("</tbody></table>");
    }

    private String say(Actor actor, String key, Object... args) {
        return translations.text(actor.locale(), key, args);
    }
}
