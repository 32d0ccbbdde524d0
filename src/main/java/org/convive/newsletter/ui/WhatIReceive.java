package org.convive.newsletter.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.convive.identity.Actor;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Toasts;

/** My own choice: letters by e-mail or not, and the address for a feed reader. */
class WhatIReceive extends Div {
    private final transient Actor actor;
    private final transient NewsletterQueries queries;
    private final transient NewsletterService newsletter;

    WhatIReceive(Actor actor, NewsletterQueries queries, NewsletterService newsletter) {
        this.actor = actor;
        this.queries = queries;
        this.newsletter = newsletter;
        addClassName("cv-nl-mine");
        show();
    }

    private void show() {
        removeAll();
        boolean subscribed = queries.subscribed(actor);
        Paragraph words = new Paragraph(getTranslation(
                subscribed ? "newsletter.mine.yes" : "newsletter.mine.no",
                actor.email().value()));
        words.addClassName("cv-small");
        Anchor feed = Links.button(newsletter.feedPath(actor), getTranslation("newsletter.mine.feed"), CvIcon.RSS);
        feed.getElement().setAttribute("router-ignore", true);
        Anchor choices =
                Links.button(newsletter.choicesPath(actor), getTranslation("newsletter.mail.choices"), CvIcon.SETTINGS);
        choices.getElement().setAttribute("router-ignore", true);
        Anchor json = Links.to(
                newsletter.feedPath(actor).replaceAll("\\.atom$", ".json"), getTranslation("newsletter.mine.json"));
        json.getElement().setAttribute("router-ignore", true);
        Div deeds = new Div(
                Buttons.plain(
                        getTranslation(subscribed ? "newsletter.mine.stop" : "newsletter.mine.start"),
                        subscribed ? CvIcon.X : CvIcon.MAIL,
                        () -> choose(!subscribed)),
                choices,
                feed,
                json);
        deeds.addClassName("cv-row");
        add(words, deeds);
    }

    private void choose(boolean wanted) {
        newsletter.subscribe(actor, wanted);
        show();
        if (wanted) {
            Toasts.say(getTranslation("newsletter.mine.started"));
        } else {
            Toasts.undo(getTranslation("newsletter.mine.stopped"), () -> choose(true));
        }
    }
}
