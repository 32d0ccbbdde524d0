package org.convive.notices.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.notices.NoticeLine;
import org.convive.notices.Notices;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.Chip;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** What I was told in this cluster, newest first. The address says which part is shown. */
@Route("c/:cluster/notices")
@PermitAll
@StyleSheet("convive/notices.css")
class NoticesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 30;

    private final transient Actors actors;
    private final transient Notices notices;
    private final transient Clock clock;
    private transient @Nullable Actor actor;
    private boolean unreadOnly;
    private int page;

    NoticesView(Actors actors, Notices notices, Clock clock) {
        this.actors = actors;
        this.notices = notices;
        this.clock = clock;
        addClassNames("cv-page", "cv-notices");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actor = ViewActor.of(event, actors);
        QueryParameters asked = event.getLocation().getQueryParameters();
        unreadOnly = asked.getSingleParameter("show").filter("unread"::equals).isPresent();
        page = asked.getSingleParameter("page")
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .orElse(0);
        show();
    }

    private void show() {
        int unread = notices.unread(here());
        List<NoticeLine> lines = notices.mine(here(), unreadOnly, page * PAGE, PAGE + 1);
        removeAll();
        PageHeader header = new PageHeader(
                getTranslation("notices.title"),
                unread == 0 ? getTranslation("notices.sentence.read") : getTranslation("notices.sentence", unread));
        header.action(Links.button("profile/notices", getTranslation("notices.choose"), CvIcon.SETTINGS));
        if (unread > 0) {
            header.action(Buttons.plain(getTranslation("notices.read-all"), CvIcon.CHECK, this::readAll));
        }
        add(header, filter(unread));
        if (lines.isEmpty()) {
            add(new EmptyState(
                    CvIcon.BELL,
                    getTranslation(unreadOnly ? "notices.none-unread" : "notices.none"),
                    getTranslation("notices.none.sentence")));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassNames("cv-notice-list", "cv-pane-box");
            list.getElement().setAttribute("role", "list");
            lines.stream().limit(PAGE).forEach(line -> list.add(row(line)));
            add(list, pager(lines.size() > PAGE));
        }
    }

    private Div filter(int unread) {
        Chip all = new Chip(getTranslation("notices.all")).setOn(!unreadOnly);
        all.addClickListener(e -> go(false, 0));
        Chip waiting = new Chip(getTranslation("notices.unread", unread)).setOn(unreadOnly);
        waiting.addClickListener(e -> go(true, 0));
        Div chips = new Div(all, waiting);
        chips.addClassName("cv-row");
        chips.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("notices.filter"));
        return chips;
    }

    private ListItem row(NoticeLine line) {
        Anchor link = new Anchor(path(here()) + "/" + line.id(), line.title());
        Div words = new Div(link);
        words.addClassName("cv-grow");
        if (!line.words().isEmpty()) {
            words.add(new Paragraph(line.words()));
        }
        Dates dates = Dates.of(getLocale(), here().zone());
        Span when = new Span(dates.relative(line.at(), clock.instant()) + ", " + dates.time(line.at()));
        when.addClassName("cv-notice-when");
        words.add(when);
        ListItem item = new ListItem(mark(line), words);
        item.addClassName("cv-told");
        if (!line.read()) {
            item.addClassName("cv-unread");
            item.add(Buttons.icon(CvIcon.CHECK, getTranslation("notices.read", line.title()), () -> {
                notices.mark(here(), List.of(line.id()), true);
                show();
                Toasts.undo(getTranslation("notices.read.done"), () -> unread(List.of(line.id())));
            }));
        }
        return item;
    }

    private Component mark(NoticeLine line) {
        Span mark = line.read() ? new Span() : Badges.dot(getTranslation("notices.is-unread"));
        mark.addClassName("cv-notice-mark");
        return mark;
    }

    private Div pager(boolean more) {
        Div pager = new Div();
        pager.addClassName("cv-row");
        if (page > 0) {
            pager.add(Buttons.plain(
                    getTranslation("notices.newer"), CvIcon.CHEVRON_LEFT, () -> go(unreadOnly, page - 1)));
        }
        if (more) {
            pager.add(Buttons.plain(
                    getTranslation("notices.older"), CvIcon.CHEVRON_RIGHT, () -> go(unreadOnly, page + 1)));
        }
        return pager;
    }

    private void readAll() {
        List<Long> read = notices.readAll(here());
        show();
        Toasts.undo(getTranslation("notices.read-all.done", read.size()), () -> unread(read));
    }

    private void unread(List<Long> ids) {
        notices.mark(here(), ids, false);
        show();
    }

    private void go(boolean unread, int toPage) {
        var query = new java.util.HashMap<String, String>();
        if (unread) {
            query.put("show", "unread");
        }
        if (toPage > 0) {
            query.put("page", String.valueOf(toPage));
        }
        UI.getCurrent().navigate(path(here()), QueryParameters.simple(Map.copyOf(query)));
    }

    static String path(Actor actor) {
        return "c/" + actor.slug() + "/notices";
    }

    private Actor here() {
        return Objects.requireNonNull(actor);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notices.page-title", getTranslation("notices.title"), here().clusterName());
    }
}
