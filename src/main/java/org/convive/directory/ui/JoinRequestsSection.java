package org.convive.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.convive.directory.JoinRequests;
import org.convive.identity.Actor;
import org.convive.identity.ui.NavigationCount;
import org.convive.identity.ui.TodaySection;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;

/** Tells an animator that people wait for an answer: on the page "Today" and beside the navigation. */
@org.springframework.stereotype.Component
class JoinRequestsSection implements TodaySection, NavigationCount {
    private final JoinRequests requests;

    JoinRequestsSection(JoinRequests requests) {
        this.requests = requests;
    }

    @Override
    public String area() {
        return "members";
    }

    @Override
    public int waiting(Actor actor) {
        return actor.isAnimator() ? requests.waitingCount(actor) : 0;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Component> render(Actor actor) {
        int waiting = waiting(actor);
        if (waiting == 0) {
            return Optional.empty();
        }
        Div content = new Div(
                new Paragraph(Here.text("directory.requests.waiting", waiting)),
                Links.button(
                        "c/" + actor.slug() + "/join-requests",
                        Here.text("directory.requests.answer"),
                        CvIcon.USER_CHECK));
        content.addClassName("cv-stack");
        return Optional.of(new Pane(Here.text("directory.waiting"), content).hot());
    }
}
