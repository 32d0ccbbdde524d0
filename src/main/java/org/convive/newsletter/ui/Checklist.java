package org.convive.newsletter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convive.identity.Actor;
import org.convive.newsletter.Draft;
import org.convive.newsletter.Envelope;
import org.convive.newsletter.checks.Checks;
import org.convive.newsletter.readers.Audiences;
import org.convive.newsletter.readers.Segment;
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
    private final Button send;
    private transient @Nullable Asked asked;
    private transient Audiences.Count readers = Audiences.Count.NONE;
    private transient Envelope envelope = Envelope.USUAL;
    private transient @Nullable Draft draft;
    private transient Checks.@Nullable Report report;
    private int version = -1;

    /** What decides who gets the letter: typing words does not count the readers again. */
    private record Asked(Segment segment, List<String> about) {}

    /** What the writer can do from here. */
    record Deeds(Runnable test, Runnable publish) {}

    Checklist(Actor actor, long issue, Workshop shop, Deeds deeds) {
        this.actor = actor;
        this.issue = issue;
        this.shop = shop;
        setTitle(new H2(getTranslation("newsletter.checks")));
        list.addClassName("cv-nl-checks");
        list.getElement().setAttribute("role", "list");
        Button test = Buttons.plain(getTranslation("newsletter.test"), CvIcon.MAIL, deeds.test());
        send = Buttons.primary("", CvIcon.SEND, deeds.publish());
        Div buttons = new Div(test, send, new ScheduleBar(actor, issue, shop.schedule(), shop.clock()));
        buttons.addClassName("cv-stack");
        add(list, buttons);
    }

    void check(Draft now, Envelope addressed, int version, boolean tested) {
        Checks.Report last = report;
        if (last == null
                || !now.equals(draft)
                || !addressed.equals(envelope)
                || this.version != version
                || last.tested() != tested) {
            draft = now;
            envelope = addressed;
            this.version = version;
            boolean recounted = count(now, addressed.segment());
            show(shop.checks().report(actor, issue, now), recounted);
        }
    }

    private boolean count(Draft now, Segment segment) {
        Asked question = new Asked(
                segment,
                now.blocks().stream()
                        .map(block -> block.kind() + ":" + block.thing())
                        .toList());
        if (question.equals(asked)) {
            return false;
        }
        asked = question;
        readers = shop.audiences().count(actor, segment, now.blocks());
        send.setText(getTranslation("newsletter.publish", readers.readers()));
        return true;
    }

    /** Links answer later than a page is drawn. */
    void refresh() {
        Checks.Report last = report;
        Draft now = draft;
        if (last != null && now != null && last.links().waiting() > 0) {
            show(shop.checks().report(actor, issue, now), false);
        }
    }

    private void show(Checks.Report now, boolean recounted) {
        if (now.equals(report) && !recounted) {
            return;
        }
        report = now;
        list.removeAll();
        list.add(
                recipients(),
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

    /** By segment and language; who reads of it only at the end of the month, and who gets nothing. */
    private ListItem recipients() {
        List<String> more = new ArrayList<>();
        if (readers.organisations() > 0) {
            more.add(getTranslation("newsletter.checks.readers.organisations", readers.organisations()));
        }
        if (readers.monthly() > 0) {
            more.add(getTranslation("newsletter.checks.readers.monthly", readers.monthly()));
        }
        if (readers.suppressed() > 0) {
            more.add(getTranslation("newsletter.checks.suppressed", readers.suppressed()));
        }
        if (readers.leftOut() > 0 && envelope.segment().isEverybody()) {
            more.add(getTranslation("newsletter.checks.left-out", readers.leftOut()));
        }
        return item(
                readers.readers() > 0,
                getTranslation("newsletter.checks.readers", readers.readers(), readers.english(), readers.french()),
                String.join("\n", more));
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
        item.add(
                now.own()
                        ? Buttons.plain(getTranslation("newsletter.checks.approval.ask"), CvIcon.USER_CHECK, this::ask)
                        : Buttons.plain(getTranslation("newsletter.checks.approve"), CvIcon.CHECK, this::approve));
        return item;
    }

    private void ask() {
        int asked = shop.approvals().ask(actor, issue);
        if (asked == 0) {
            Toasts.sorry(getTranslation("newsletter.checks.approval.nobody"));
        } else {
            Toasts.say(getTranslation("newsletter.checks.approval.asked", asked));
        }
    }

    private void approve() {
        try {
            shop.approvals().approve(actor, issue);
            Draft now = draft;
            if (now != null) {
                show(shop.checks().report(actor, issue, now), false);
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
            more.lines().forEach(line -> {
                Span second = new Span(line);
                second.addClassNames("cv-q", "cv-small");
                text.add(second);
            });
        }
        ListItem item = new ListItem(icon, text);
        item.addClassName(good ? "cv-good" : "cv-look");
        return item;
    }
}
