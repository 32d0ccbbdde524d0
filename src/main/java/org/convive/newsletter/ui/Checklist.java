package org.convive.newsletter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.stream.Stream;
import org.convive.identity.Actor;
import org.convive.newsletter.Draft;
import org.convive.newsletter.NewsletterQueries.Audience;
import org.convive.newsletter.checks.Checks;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** What to look at before a letter leaves, and the button that lets it go. */
class Checklist extends Pane {
    private final transient Actor actor;
    private final long issue;
    private final transient Workshop shop;
    private final UnorderedList list = new UnorderedList();
    private final transient Audience audience;
    private transient @Nullable Draft draft;
    private transient Checks.@Nullable Report report;
    private int version = -1;

    /** What the writer can do from here. */
    record Deeds(Runnable test, Runnable publish) {}

    Checklist(Actor actor, long issue, Workshop shop, Deeds deeds) {
        this.actor = actor;
        this.issue = issue;
        this.shop = shop;
        audience = shop.queries().audience(actor);
        setTitle(new H2(getTranslation("newsletter.checks")));
        list.addClassName("cv-nl-checks");
        list.getElement().setAttribute("role", "list");
        Button test = Buttons.plain(getTranslation("newsletter.test"), CvIcon.MAIL, deeds.test());
        Button send =
                Buttons.primary(getTranslation("newsletter.publish", audience.readers()), CvIcon.SEND, deeds.publish());
        Div buttons = new Div(test, send, new ScheduleBar(actor, issue, shop.schedule(), shop.clock()));
        buttons.addClassName("cv-stack");
        add(list, buttons);
    }

    void check(Draft now, int version, boolean tested) {
        Checks.Report last = report;
        if (last == null || !now.equals(draft) || this.version != version || last.tested() != tested) {
            draft = now;
            this.version = version;
            show(shop.checks().report(actor, issue, now));
        }
    }

    /** Links answer later than a page is drawn. */
    void refresh() {
        Checks.Report last = report;
        Draft now = draft;
        if (last != null && now != null && last.links().waiting() > 0) {
            show(shop.checks().report(actor, issue, now));
        }
    }

    private void show(Checks.Report now) {
        if (now.equals(report)) {
            return;
        }
        report = now;
        list.removeAll();
        list.add(
                item(
                        true,
                        getTranslation("newsletter.checks.readers", audience.readers(), audience.organisations()),
                        audience.leftOut() == 0
                                ? ""
                                : getTranslation("newsletter.checks.left-out", audience.leftOut())),
                item(now.titled(), getTranslation("newsletter.checks.title"), ""),
                languages(now),
                links(now.links()),
                item(
                        true,
                        getTranslation("newsletter.checks.unsubscribe"),
                        getTranslation("newsletter.checks.unsubscribe.where")),
                item(
                        now.undescribed() == 0,
                        now.undescribed() == 0
                                ? getTranslation("newsletter.checks.pictures")
                                : getTranslation("newsletter.checks.undescribed", now.undescribed()),
                        ""),
                item(
                        now.bytes() < Checks.MOST_BYTES,
                        getTranslation("newsletter.checks.size", Math.max(1, now.bytes() / 1024)),
                        now.bytes() < Checks.MOST_BYTES ? "" : getTranslation("newsletter.checks.too-large")),
                wording(now),
                item(
                        now.tested(),
                        getTranslation(now.tested() ? "newsletter.checks.tested" : "newsletter.checks.untested"),
                        ""));
        if (now.approvalWanted()) {
            list.add(approval(now));
        }
    }

    private ListItem languages(Checks.Report now) {
        if (!now.bilingual()) {
            return item(true, getTranslation("newsletter.checks.one-language"), "");
        }
        return item(
                now.untranslated() == 0,
                now.untranslated() == 0
                        ? getTranslation("newsletter.checks.two-languages")
                        : getTranslation("newsletter.checks.untranslated", now.untranslated()),
                "");
    }

    private ListItem links(Checks.Links links) {
        int wrong = links.broken().size() + links.silent().size();
        if (links.all() == 0) {
            return item(true, getTranslation("newsletter.checks.no-links"), "");
        }
        if (wrong > 0) {
            return item(
                    false,
                    getTranslation("newsletter.checks.links-wrong", wrong),
                    String.join(
                            ", ",
                            Stream.concat(links.broken().stream(), links.silent().stream())
                                    .limit(5)
                                    .toList()));
        }
        if (links.waiting() > 0) {
            ListItem waiting = item(true, getTranslation("newsletter.checks.links-waiting", links.all()), "");
            waiting.addClassName("cv-waiting");
            return waiting;
        }
        return item(
                links.unseen().isEmpty(),
                getTranslation(
                        "newsletter.checks.links", links.all() - links.unseen().size()),
                links.unseen().isEmpty()
                        ? ""
                        : getTranslation("newsletter.checks.links-unseen", String.join(", ", links.unseen())));
    }

    private ListItem wording(Checks.Report now) {
        return item(
                now.wording().isEmpty(),
                getTranslation(
                        now.wording().isEmpty() ? "newsletter.checks.wording" : "newsletter.checks.wording.found"),
                String.join(", ", now.wording()));
    }

    private ListItem approval(Checks.Report now) {
        if (now.approval().isPresent()) {
            return item(
                    true,
                    getTranslation(
                            "newsletter.checks.approved", now.approval().get().by()),
                    "");
        }
        ListItem item = item(
                false,
                getTranslation("newsletter.checks.approval"),
                now.own() ? getTranslation("newsletter.checks.approval.own") : "");
        if (!now.own()) {
            item.add(Buttons.plain(getTranslation("newsletter.checks.approve"), CvIcon.CHECK, this::approve));
        }
        return item;
    }

    private void approve() {
        try {
            shop.checks().approve(actor, issue);
            Draft now = draft;
            if (now != null) {
                show(shop.checks().report(actor, issue, now));
            }
        } catch (InvalidInput e) {
            e.fields()
                    .values()
                    .forEach(message -> Toasts.sorry(
                            getTranslation(message.key(), message.args().toArray())));
        }
    }

    private ListItem item(boolean good, String words, String more) {
        Component icon = (good ? CvIcon.CIRCLE_CHECK : CvIcon.TRIANGLE_ALERT)
                .named(getTranslation(good ? "newsletter.checks.good" : "newsletter.checks.look"));
        Span main = new Span(words);
        main.addClassName("cv-strong");
        Div text = new Div(main);
        text.addClassName("cv-nl-row-words");
        if (!more.isBlank()) {
            Span second = new Span(more);
            second.addClassNames("cv-q", "cv-small");
            text.add(second);
        }
        ListItem item = new ListItem(icon, text);
        item.addClassName(good ? "cv-good" : "cv-look");
        return item;
    }
}
