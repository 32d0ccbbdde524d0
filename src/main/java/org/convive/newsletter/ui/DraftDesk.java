package org.convive.newsletter.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.newsletter.Draft;
import org.convive.newsletter.Issue;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.newsletter.Sources;
import org.convive.shared.InvalidInput;
import org.convive.shared.StaleEdit;
import org.convive.shared.Translations;
import org.convive.uikit.Buttons;
import org.convive.uikit.Confirm;
import org.convive.uikit.Dates;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.MarkdownField;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** A draft on the desk: everything typed is saved a moment later. */
class DraftDesk extends Div {
    private final transient Actor actor;
    private final transient NewsletterQueries queries;
    private final transient NewsletterService newsletter;
    private final transient Clock clock;
    private final long id;
    private final TextField title = Fields.text(getTranslation("newsletter.field.title"), 200);
    private final MarkdownField introduction =
            new MarkdownField(getTranslation("newsletter.field.introduction"), 10_000);
    private final Select<Locale> language = new Select<>();
    private final BlockList blocks;
    private final PreviewPane preview;
    private final Checklist checklist;
    private final Span saved = new Span();
    private final Div troubles = new Div();
    private boolean tested;
    private int version;

    DraftDesk(
            Actor actor,
            Issue issue,
            NewsletterQueries queries,
            NewsletterService newsletter,
            Sources sources,
            Pictures pictures,
            Clock clock) {
        this.queries = queries;
        this.newsletter = newsletter;
        this.clock = clock;
        this.actor = actor;
        id = issue.id();
        version = issue.version();
        tested = issue.tested() != null;
        addClassName("cv-nl-stack");
        blocks = new BlockList(actor, sources, pictures, issue.content().blocks(), this::save);
        preview = new PreviewPane(actor, issue.summary().authorName());
        checklist = new Checklist(queries.audience(actor), this::sendTest, this::askToPublish);
        title.setWidthFull();
        title.setValue(issue.content().title());
        introduction.setValue(issue.content().introduction());
        language.setLabel(getTranslation("newsletter.field.language"));
        language.setItems(Translations.LOCALES);
        language.setItemLabelGenerator(locale -> locale.getDisplayLanguage(locale));
        language.setValue(Translations.nearest(issue.content().language()));
        title.addValueChangeListener(event -> save());
        introduction.addValueChangeListener(event -> save());
        language.addValueChangeListener(event -> save());
        saved.addClassNames("cv-q", "cv-small");
        saved.getElement().setAttribute("role", "status");
        said(issue.changed());
        add(header(), troubles, columns());
        show();
    }

    private PageHeader header() {
        return new PageHeader(getTranslation("newsletter.edit.title"), getTranslation("newsletter.edit.sentence"))
                .back(getTranslation("newsletter.all"), Pages.feed(actor))
                .action(saved, Buttons.quiet(getTranslation("newsletter.discard"), this::askToDiscard));
    }

    private Div columns() {
        Pane opening = Pane.small(getTranslation("newsletter.opening"), title, introduction, language);
        opening.addClassName("cv-nl-opening");
        Div writing = new Div(opening, blocks);
        writing.addClassName("cv-nl-blocks");
        Div columns = new Div(writing, preview, checklist);
        columns.addClassName("cv-nl-columns");
        return columns;
    }

    private Draft draft() {
        return new Draft(title.getValue(), introduction.getValue(), language.getValue(), blocks.blocks());
    }

    private boolean save() {
        try {
            version = newsletter.save(actor, id, draft(), version);
            said(clock.instant());
            show();
            return true;
        } catch (InvalidInput e) {
            complain(e);
        } catch (StaleEdit e) {
            stale();
        }
        return false;
    }

    private void said(Instant at) {
        saved.setText(getTranslation(
                "newsletter.saved", Dates.of(getLocale(), actor.zone()).time(at)));
    }

    private void show() {
        Draft draft = draft();
        String html = newsletter.preview(actor, id, draft);
        preview.show(draft.title(), html);
        checklist.check(draft, html, tested);
    }

    private void sendTest() {
        if (save()) {
            newsletter.sendTest(actor, id);
            tested = true;
            show();
            Toasts.say(getTranslation("newsletter.test.sent", actor.email().value()));
        }
    }

    private void askToPublish() {
        if (save()) {
            int readers = queries.audience(actor).readers();
            Confirm.ask(
                    getTranslation("newsletter.publish.question"),
                    getTranslation("newsletter.publish.consequences", readers),
                    getTranslation("newsletter.publish.keep"),
                    getTranslation("newsletter.publish", readers),
                    this::publish);
        }
    }

    private void publish() {
        try {
            newsletter.publish(actor, id, version);
            UI.getCurrent().refreshCurrentRoute(false);
            Toasts.say(getTranslation("newsletter.publish.done"));
        } catch (InvalidInput e) {
            complain(e);
        } catch (StaleEdit e) {
            stale();
        }
    }

    private void askToDiscard() {
        Confirm.ask(
                getTranslation("newsletter.discard.question"),
                getTranslation("newsletter.discard.consequences"),
                getTranslation("newsletter.discard.keep"),
                getTranslation("newsletter.discard"),
                () -> {
                    newsletter.discard(actor, id);
                    UI.getCurrent().navigate(Pages.feed(actor));
                });
    }

    private void complain(InvalidInput error) {
        Map<String, HasValidationProperties> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("introduction", introduction);
        fields.putAll(blocks.fields());
        blocks.openAll(error.fields().keySet());
        FormErrors.show(error, fields);
    }

    private void stale() {
        saved.setText(getTranslation("newsletter.not-saved"));
        troubles.removeAll();
        troubles.add(Notice.bad(
                new Span(getTranslation("newsletter.stale")),
                Buttons.plain(
                        getTranslation("newsletter.stale.reload"),
                        () -> UI.getCurrent().refreshCurrentRoute(false))));
    }
}
