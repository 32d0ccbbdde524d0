package org.convive.calendar.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.convive.calendar.inbound.InboundAnswers;
import org.convive.calendar.inbound.InboundItem;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.EmptyState;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** The animators' page of answers by mail: those that nobody could be sure of, and what came lately. */
@Route("c/:cluster/answers-by-mail")
@PermitAll
class InboundView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int SHOWN = 50;

    private final transient Actors actors;
    private final transient InboundAnswers answers;
    private final transient Clock clock;
    private final Div waiting = new Div();
    private final Div lately = new Div();
    private transient @Nullable Actor actor;

    InboundView(Actors actors, InboundAnswers answers, Clock clock) {
        this.actors = actors;
        this.answers = answers;
        this.clock = clock;
        addClassName("cv-page");
        waiting.addClassName("cv-stack");
        lately.addClassName("cv-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actor = ViewActor.of(event, actors);
        here().requireAnimator();
        removeAll();
        add(
                new PageHeader(getTranslation("calendar.inbound.title"), getTranslation("calendar.inbound.sentence"))
                        .back(getTranslation("calendar.feed.back"), "c/" + here().slug() + "/meetings"),
                waiting,
                lately);
        refresh();
    }

    private void refresh() {
        waiting.removeAll();
        lately.removeAll();
        List<InboundItem> doubtful = answers.waiting(here(), SHOWN);
        if (doubtful.isEmpty()) {
            waiting.add(new EmptyState(
                    CvIcon.CIRCLE_CHECK,
                    getTranslation("calendar.inbound.none"),
                    getTranslation("calendar.inbound.none.sentence")));
        }
        doubtful.forEach(item -> waiting.add(doubtful(item)));
        List<InboundItem> settled = answers.lately(here(), SHOWN);
        if (!settled.isEmpty()) {
            lately.add(new H2(getTranslation("calendar.inbound.lately")));
            settled.forEach(item -> lately.add(settled(item)));
        }
    }

    private InboundCard doubtful(InboundItem item) {
        InboundCard card = new InboundCard(item, clock.instant());
        card.hot();
        if (item.countable()) {
            card.deeds()
                    .add(Buttons.primary(
                            getTranslation("calendar.inbound.count", item.personName()),
                            CvIcon.USER_CHECK,
                            () -> count(item)));
        }
        card.deeds().add(Buttons.plain(getTranslation("calendar.inbound.put-away"), () -> putAway(item)));
        return card;
    }

    private InboundCard settled(InboundItem item) {
        InboundCard card = new InboundCard(item, clock.instant());
        card.deeds().add(new Span(getTranslation("calendar.inbound.state." + item.state())));
        return card;
    }

    private void count(InboundItem item) {
        try {
            answers.count(here(), item.id());
            Toasts.say(getTranslation("calendar.inbound.counted", item.personName()));
        } catch (InvalidInput e) {
            e.fields()
                    .values()
                    .forEach(message -> Toasts.sorry(
                            getTranslation(message.key(), message.args().toArray())));
        } catch (NotFoundException e) {
            Toasts.sorry(getTranslation("calendar.inbound.gone"));
        }
        refresh();
    }

    private void putAway(InboundItem item) {
        try {
            answers.putAway(here(), item.id());
            Toasts.undo(getTranslation("calendar.inbound.put-away.done"), () -> {
                answers.takeBack(here(), item.id());
                refresh();
            });
        } catch (NotFoundException e) {
            Toasts.sorry(getTranslation("calendar.inbound.gone"));
        }
        refresh();
    }

    private Actor here() {
        return Objects.requireNonNull(actor);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.inbound.title") + " · " + here().clusterName();
    }
}
