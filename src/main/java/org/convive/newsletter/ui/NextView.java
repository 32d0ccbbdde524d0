package org.convive.newsletter.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.newsletter.series.FirstDraft;
import org.convive.newsletter.series.Proposal;
import org.convive.newsletter.series.Series;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Links;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** The next letter before its first word: what could be told, chosen already, and one button that drafts it. */
@Route("c/:cluster/newsletter/next")
@PermitAll
@StyleSheet("convive/newsletter.css")
class NextView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient FirstDraft drafts;
    private final transient Series series;
    private final transient Clock clock;
    private String pageTitle = "";

    NextView(Actors actors, FirstDraft drafts, Series series, Clock clock) {
        this.actors = actors;
        this.drafts = drafts;
        this.series = series;
        this.clock = clock;
        addClassNames("cv-page", "cv-nl-next");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(ViewActor.of(event, actors));
    }

    private void show(Actor actor) {
        Proposal proposal = drafts.propose(actor);
        Dates dates = Dates.of(getLocale(), actor.zone());
        pageTitle = getTranslation("newsletter.next.page-title", actor.clusterName());
        CandidateList candidates = new CandidateList(proposal);
        removeAll();
        String since = proposal.lastLetter() == null
                ? getTranslation("newsletter.next.first")
                : getTranslation("newsletter.next.since", dates.date(proposal.lastLetter()));
        PageHeader header = new PageHeader(getTranslation("newsletter.next.title"), since)
                .back(getTranslation("newsletter.all"), Pages.feed(actor));
        Div left = new Div();
        left.addClassName("cv-nl-stack");
        if (proposal.isQuiet()) {
            left.add(quiet(actor, proposal));
        }
        left.add(candidates);
        Div columns = new Div(left, plan(actor, proposal, candidates));
        columns.addClassNames("cv-nl-columns", "cv-nl-two");
        add(header, columns);
    }

    private Notice quiet(Actor actor, Proposal proposal) {
        Paragraph words = new Paragraph(getTranslation("newsletter.next.quiet", proposal.weighty()));
        Notice notice =
                Notice.glass(words, Buttons.plain(getTranslation("newsletter.next.skip"), CvIcon.CALENDAR_CHECK, () -> {
                    series.skip(actor);
                    show(actor);
                    Toasts.undo(getTranslation("newsletter.next.skipped"), () -> {
                        series.unskip(actor);
                        show(actor);
                    });
                }));
        notice.addClassName("cv-stack");
        return notice;
    }

    private Pane plan(Actor actor, Proposal proposal, CandidateList candidates) {
        Dates dates = Dates.of(getLocale(), actor.zone());
        Paragraph due = new Paragraph(
                series.of(actor).active()
                        ? getTranslation("newsletter.next.due", Dates.date(series.due(actor), getLocale()))
                        : getTranslation("newsletter.next.no-rhythm"));
        Paragraph found = new Paragraph(getTranslation(
                "newsletter.next.found",
                proposal.proposed().size() + proposal.news().size(),
                dates.date(clock.instant())));
        found.addClassNames("cv-q", "cv-small");
        Div deeds = new Div(
                Buttons.primary(
                        getTranslation("newsletter.next.write"), CvIcon.SPARKLES, () -> write(actor, candidates)),
                Buttons.plain(getTranslation("newsletter.next.ask"), CvIcon.MESSAGE_CIRCLE, () -> ask(actor)),
                Links.more(Pages.look(actor), getTranslation("newsletter.next.rhythm")));
        deeds.addClassName("cv-stack");
        Div content = new Div(due, found, deeds);
        content.addClassName("cv-stack");
        return new Pane(getTranslation("newsletter.next.plan"), content);
    }

    private void write(Actor actor, CandidateList candidates) {
        long issue = drafts.write(actor, candidates.chosen(), candidates.news());
        getUI().ifPresent(ui -> ui.navigate(Pages.edit(actor, issue)));
        Toasts.say(getTranslation("newsletter.next.written"));
    }

    private void ask(Actor actor) {
        int asked = series.callNow(actor);
        Toasts.say(getTranslation("newsletter.next.asked", asked));
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
