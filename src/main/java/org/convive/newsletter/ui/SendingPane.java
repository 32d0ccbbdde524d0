package org.convive.newsletter.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.shared.Registration;
import org.convive.identity.Actor;
import org.convive.mail.Outbox;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** How far the mail of a letter has come: sent, uncertain, failed, to go. The page may be left meanwhile. */
class SendingPane extends Pane {
    private static final int EVERY_TWO_SECONDS = 2_000;

    private final transient Actor actor;
    private final transient NewsletterQueries queries;
    private final transient NewsletterService newsletter;
    private final long issue;
    private final transient Runnable finished;
    private final Div state = new Div();
    private final Button pause;
    private final Button resume;
    private @Nullable Registration polling;

    /** @param finished what else on the page tells of it once everything was tried */
    SendingPane(Actor actor, NewsletterQueries queries, NewsletterService newsletter, long issue, Runnable finished) {
        this.actor = actor;
        this.queries = queries;
        this.newsletter = newsletter;
        this.issue = issue;
        this.finished = finished;
        setTitle(new H2(getTranslation("newsletter.sending")));
        state.addClassName("cv-stack");
        state.getElement().setAttribute("aria-live", "polite");
        pause = Buttons.plain(getTranslation("newsletter.sending.pause"), CvIcon.PAUSE, () -> {
            newsletter.pause(actor, issue);
            refresh();
            Toasts.say(getTranslation("newsletter.sending.pause.done"));
        });
        resume = Buttons.primary(getTranslation("newsletter.sending.resume"), CvIcon.SEND, () -> {
            newsletter.letGo(actor, issue);
            refresh();
            poll();
        });
        Div deeds = new Div(
                pause, resume, Buttons.plain(getTranslation("newsletter.ledger.open"), CvIcon.LIST, this::ledger));
        deeds.addClassName("cv-stack");
        add(state, deeds);
        refresh();
    }

    private boolean refresh() {
        Outbox.Progress progress = queries.progress(actor, issue);
        int toGo = progress.toGo();
        boolean paused = progress.paused() > 0;
        pause.setVisible(toGo > 0 && !paused);
        resume.setVisible(paused);
        state.removeAll();
        state.add(bar(progress, toGo), counts(progress, toGo));
        aside(
                toGo > 0
                        ? Badges.hot(getTranslation(paused ? "newsletter.sending.paused" : "newsletter.sending.now"))
                        : Badges.glass(getTranslation("newsletter.sending.done")));
        if (toGo > 0 && !paused) {
            Paragraph leave = new Paragraph(getTranslation("newsletter.sending.leave"));
            leave.addClassNames("cv-q", "cv-small");
            state.add(leave);
        }
        if (progress.uncertain() > 0) {
            Paragraph uncertain = new Paragraph(getTranslation("newsletter.sending.uncertain"));
            uncertain.addClassName("cv-small");
            state.add(uncertain);
        }
        return progress.queued() + progress.claimed() > 0;
    }

    private Div bar(Outbox.Progress progress, int toGo) {
        Div bar = new Div(
                part("cv-sent", progress.sent(), progress.total()),
                part("cv-uncertain", progress.uncertain(), progress.total()),
                part("cv-failed", progress.failed() + progress.bounced(), progress.total()));
        bar.addClassName("cv-nl-bar");
        bar.getElement()
                .setAttribute("role", "img")
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "newsletter.sending.spoken",
                                progress.sent(),
                                progress.uncertain(),
                                progress.failed(),
                                toGo,
                                progress.bounced()));
        return bar;
    }

    private static Span part(String className, int count, int total) {
        Span part = new Span();
        part.addClassName(className);
        part.setVisible(count > 0);
        part.getStyle().set("width", (total == 0 ? 0 : 100.0 * count / total) + "%");
        return part;
    }

    private UnorderedList counts(Outbox.Progress progress, int toGo) {
        UnorderedList counts = new UnorderedList(
                count("cv-sent", progress.sent(), "newsletter.state.sent"),
                count("cv-uncertain", progress.uncertain(), "newsletter.state.uncertain"),
                count("cv-failed", progress.failed(), "newsletter.state.failed"),
                count("cv-failed", progress.bounced(), "newsletter.state.bounced"),
                count("cv-togo", toGo, "newsletter.state.to-go"));
        counts.addClassName("cv-nl-counts");
        counts.getElement().setAttribute("role", "list");
        return counts;
    }

    private ListItem count(String className, int count, String key) {
        Span swatch = new Span();
        swatch.addClassName(className);
        Span number = new Span(Integer.toString(count));
        number.addClassNames("cv-strong", "cv-num");
        Span words = new Span(getTranslation(key));
        words.addClassName("cv-q");
        return new ListItem(swatch, number, words);
    }

    private void ledger() {
        new LedgerDialog(actor, queries, newsletter, issue, () -> {
                    refresh();
                    poll();
                })
                .open();
    }

    private void poll() {
        // Once what was on the page before is gone, which stops what the page asks for.
        getUI().ifPresent(ui -> ui.beforeClientResponse(this, context -> ui.setPollInterval(EVERY_TWO_SECONDS)));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        polling = event.getUI().addPollListener(poll -> {
            if (!refresh()) {
                event.getUI().setPollInterval(-1);
                finished.run();
            }
        });
        if (refresh()) {
            poll();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
        super.onDetach(event);
    }
}
