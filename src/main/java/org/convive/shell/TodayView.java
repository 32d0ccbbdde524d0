package org.convive.shell;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.NavigationCount;
import org.convive.identity.ui.TodaySection;
import org.convive.identity.ui.TodaySection.Place;
import org.convive.identity.ui.ViewActor;
import org.convive.identity.ui.WaitingChanged;
import org.convive.uikit.Chip;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Rsvp;

/**
 * "Today": what is coming with one-tap answers, what waits, what is new. The features' sections come as beans, so what
 * they are made of is named here for the front-end bundle.
 */
@Route("c/:cluster")
@PermitAll
@Uses(Pane.class)
@Uses(Rsvp.class)
@Uses(Chip.class)
class TodayView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int NOON = 12;
    private static final int EVENING = 18;

    private final transient Actors actors;
    private final transient List<TodaySection> sections;
    private final transient List<NavigationCount> counts;
    private final transient Clock clock;
    private String title = "";
    private transient Runnable recount = () -> {};

    TodayView(Actors actors, List<TodaySection> sections, List<NavigationCount> counts, Clock clock) {
        this.actors = actors;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(TodaySection::order))
                .toList();
        this.counts = counts;
        this.clock = clock;
        addClassNames("cv-page", "cv-today");
        WaitingChanged.whenTold(this, () -> recount.run());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        title = getTranslation("shell.page-title", getTranslation("shell.nav.today"), actor.clusterName());
        removeAll();
        Div main = column("cv-today-main");
        place(main, actor, Place.HERO);
        place(main, actor, Place.MAIN);
        Aside side = new Aside();
        side.addClassName("cv-today-side");
        side.getElement().setAttribute("aria-label", getTranslation("shell.today.aside"));
        sections.stream()
                .filter(section -> section.place() == Place.SIDE)
                .forEach(section -> section.render(actor).ifPresent(side::add));
        Div columns = column("cv-today-columns");
        columns.addClassName("cv-two");
        columns.add(main, side);
        add(header(actor), columns);
    }

    private void place(Div column, Actor actor, Place place) {
        sections.stream()
                .filter(section -> section.place() == place)
                .forEach(section -> section.render(actor).ifPresent(column::add));
    }

    private static Div column(String className) {
        Div div = new Div();
        div.addClassName(className);
        return div;
    }

    private PageHeader header(Actor actor) {
        ZonedDateTime now = clock.instant().atZone(actor.zone());
        String greeting = now.getHour() < NOON ? "morning" : now.getHour() < EVENING ? "afternoon" : "evening";
        String firstName = actor.name().strip().split("\\s+", 2)[0];
        var header = new PageHeader(getTranslation("shell.today.good-" + greeting, firstName), waiting(actor));
        recount = () -> header.setSentence(waiting(actor));
        return header.above(Dates.dayLong(now.toLocalDate(), getLocale()))
                .display()
                .valley(actor.cluster().value())
                .action(Links.button(
                        "c/" + actor.slug() + "/meetings/new", getTranslation("shell.today.propose"), CvIcon.PLUS));
    }

    private String waiting(Actor actor) {
        return getTranslation(
                "shell.today.waiting",
                counts.stream().mapToInt(count -> count.waiting(actor)).sum());
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
