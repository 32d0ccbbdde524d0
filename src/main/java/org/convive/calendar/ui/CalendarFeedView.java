package org.convive.calendar.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.convive.calendar.Subscription;
import org.convive.calendar.Subscriptions;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/**
 * How a person's own calendar follows the portal: everything of theirs, only when they are busy, or (with {@code
 * ?of=means&id=7}) a calendar that several people follow.
 */
@Route("c/:cluster/calendar-feed")
@PermitAll
class CalendarFeedView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient Subscriptions subscriptions;
    private final Div fresh = new Div();
    private transient @Nullable Actor actor;
    private transient @Nullable AddressList addresses;

    CalendarFeedView(Actors actors, Subscriptions subscriptions) {
        this.actors = actors;
        this.subscriptions = subscriptions;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actor = ViewActor.of(event, actors);
        removeAll();
        fresh.removeAll();
        add(
                new PageHeader(getTranslation("calendar.feed.title"), getTranslation("calendar.feed.sentence"))
                        .back(getTranslation("calendar.feed.back"), "c/" + here().slug() + "/meetings"),
                fresh);
        sharedPane(event.getLocation().getQueryParameters()).ifPresent(this::add);
        AddressList list = new AddressList(subscriptions, here().person(), here().zone(), this::show);
        addresses = list;
        add(own(), new Pane(getTranslation("calendar.feed.addresses"), list), more());
    }

    private Optional<Pane> sharedPane(QueryParameters query) {
        String kind = query.getSingleParameter("of").orElse("");
        String id = query.getSingleParameter("id").orElse("");
        if (kind.isEmpty() || !id.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        long subject = Long.parseLong(id);
        String name = subscriptions.name(here(), kind, subject);
        return Optional.of(new Pane(
                        getTranslation("calendar.feed.kind." + kind, name),
                        new Paragraph(getTranslation("calendar.feed.about." + kind, name)),
                        Buttons.primary(
                                getTranslation("calendar.feed.make.shared"),
                                CvIcon.CALENDAR_PLUS,
                                () -> make(() -> subscriptions.make(here(), kind, subject))))
                .cut());
    }

    private Pane own() {
        Div buttons = new Div(
                Buttons.primary(
                        getTranslation("calendar.feed.make"),
                        CvIcon.CALENDAR_PLUS,
                        () -> make(() -> subscriptions.make(here().person(), Subscription.MINE))),
                Buttons.plain(
                        getTranslation("calendar.feed.make.busy"),
                        CvIcon.CALENDAR_PLUS,
                        () -> make(() -> subscriptions.make(here().person(), Subscription.BUSY))));
        buttons.addClassName("cv-row");
        Div content = new Div(new Paragraph(getTranslation("calendar.feed.none")), buttons);
        content.addClassName("cv-stack");
        return new Pane(getTranslation("calendar.feed.yours"), content);
    }

    private Div more() {
        Div more = new Div();
        more.addClassName("cv-row");
        String company = here().organisationName();
        if (here().organisation() != null && company != null) {
            more.add(Links.button(
                    "c/" + here().slug() + "/calendar-feed?of=company&id="
                            + here().organisation().value(),
                    getTranslation("calendar.feed.kind.company", company),
                    CvIcon.CALENDAR_PLUS));
        }
        more.add(
                Links.button("c/" + here().slug() + "/import", getTranslation("calendar.import.title"), CvIcon.UPLOAD));
        if (here().isAnimator()) {
            more.add(Links.button(
                    "c/" + here().slug() + "/answers-by-mail", getTranslation("calendar.inbound.title"), CvIcon.MAIL));
        }
        return more;
    }

    private void make(Supplier<String> maker) {
        try {
            show(maker.get());
        } catch (InvalidInput e) {
            e.fields()
                    .values()
                    .forEach(message -> Toasts.sorry(
                            getTranslation(message.key(), message.args().toArray())));
        }
    }

    private void show(String address) {
        fresh.removeAll();
        fresh.add(SubscribePanel.once(address));
        if (addresses != null) {
            addresses.refresh();
        }
    }

    private Actor here() {
        return Objects.requireNonNull(actor);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.feed.title") + " · " + here().clusterName();
    }
}
