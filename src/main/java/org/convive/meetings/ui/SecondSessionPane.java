package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.sessions.SecondSession;
import org.convive.meetings.sessions.SecondSession.Offer;
import org.convive.meetings.sessions.SecondSession.State;
import org.convive.meetings.sessions.SecondSessions;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** Many wait: who hosts a second session? And on the second session: those who waited were asked first. */
@org.springframework.stereotype.Component
class SecondSessionPane implements MeetingPane {
    private final SecondSessions sessions;

    SecondSessionPane(SecondSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        if (!page.card().isDated() || page.card().cancelled()) {
            return Optional.empty();
        }
        if (page.mayChange()) {
            Optional<MeetingId> first = sessions.firstOf(actor, page.card().id());
            if (first.isPresent() && !page.invited().everyone()) {
                return Optional.of(askedFirst(actor, page, first.get(), reload));
            }
        }
        SecondSession second = sessions.of(actor, page.card().id());
        return second.wanted() || !second.offers().isEmpty()
                ? Optional.of(offers(actor, page, second, reload))
                : Optional.empty();
    }

    private Pane askedFirst(Actor actor, MeetingPage page, MeetingId first, Runnable reload) {
        Pane pane = new Pane(text("meetings.second.title"));
        pane.add(
                new Paragraph(text("meetings.second.asked-first")),
                new Div(
                        Buttons.plain(text("meetings.second.invite-others"), CvIcon.USERS, () -> {
                            int told = sessions.inviteOthers(actor, page.card().id());
                            Toasts.say(text("meetings.invite.done", told));
                            reload.run();
                        }),
                        link(new Wording(actor).href(first), text("meetings.second.first"))));
        return pane;
    }

    private Pane offers(Actor actor, MeetingPage page, SecondSession second, Runnable reload) {
        Pane pane = new Pane(text("meetings.second.title"));
        if (second.wanted()) {
            pane.add(new Paragraph(text("meetings.second.sentence", second.waiting())));
        }
        second.offers().forEach(offer -> pane.add(line(actor, page, offer, second.mayDecide(), reload)));
        if (second.wanted() && second.mine().isEmpty()) {
            pane.add(Buttons.plain(
                    text("meetings.second.offer"),
                    CvIcon.USER_PLUS,
                    () -> ask(actor, page.card().id(), reload)));
        }
        return pane;
    }

    private Div line(Actor actor, MeetingPage page, Offer offer, boolean mayDecide, Runnable reload) {
        MeetingId id = page.card().id();
        Paragraph who = new Paragraph(
                offer.state() == State.ACCEPTED
                        ? text("meetings.second.hosts", offer.name())
                        : offer.mine() ? text("meetings.second.mine") : text("meetings.second.offers", offer.name()));
        Div words = new Div(who);
        words.addClassName("cv-grow");
        if (!offer.words().isEmpty()) {
            Span quote = new Span("“" + offer.words() + "”");
            quote.addClassName("cv-q");
            words.add(quote);
        }
        Div row = new Div(words);
        row.addClassNames("cv-row", "cv-second");
        if (offer.next() != null) {
            row.add(link(new Wording(actor).href(offer.next()), text("meetings.second.see")));
        }
        if (offer.state() == State.OFFERED && mayDecide) {
            row.add(
                    Buttons.plain(
                            text("meetings.second.plan"),
                            CvIcon.CALENDAR_PLUS,
                            () -> UI.getCurrent()
                                    .navigate(
                                            "c/" + actor.slug() + "/meetings/new",
                                            QueryParameters.simple(Map.of(
                                                    "second", id.toString(), "offer", Long.toString(offer.id()))))),
                    Buttons.quiet(text("meetings.second.decline"), () -> {
                        sessions.decline(actor, id, offer.id());
                        Toasts.undo(text("meetings.second.declined"), () -> {
                            sessions.restore(actor, id, offer.id());
                            reload.run();
                        });
                        reload.run();
                    }));
        } else if (offer.state() == State.OFFERED && offer.mine()) {
            row.add(Buttons.quiet(text("meetings.second.take-back"), () -> {
                sessions.takeBack(actor, id);
                reload.run();
            }));
        }
        return row;
    }

    private void ask(Actor actor, MeetingId id, Runnable reload) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(text("meetings.second.offer"));
        dialog.setWidth("min(520px, 100vw)");
        TextArea words = Fields.area(text("meetings.second.words"), 500);
        words.setWidthFull();
        dialog.add(words);
        dialog.getFooter()
                .add(
                        Buttons.quiet(text("meetings.invite.close"), dialog::close),
                        Buttons.primary(text("meetings.second.deed"), () -> {
                            try {
                                sessions.offer(actor, id, words.getValue());
                                dialog.close();
                                Toasts.undo(text("meetings.second.offered"), () -> {
                                    sessions.takeBack(actor, id);
                                    reload.run();
                                });
                                reload.run();
                            } catch (InvalidInput e) {
                                FormErrors.show(e, Map.of("words", words));
                            }
                        }));
        dialog.open();
    }

    private static Anchor link(String href, String words) {
        Anchor link = new Anchor(href, words);
        link.addClassName("cv-link");
        return link;
    }
}
