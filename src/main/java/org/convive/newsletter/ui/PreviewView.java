package org.convive.newsletter.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.newsletter.Issue;
import org.convive.newsletter.writing.SampleReaders.Sample;
import org.convive.shared.Translations;
import org.convive.uikit.PageHeader;

/** A letter in all its forms beside each other, in one language or through the eyes of one reader. */
@Route("c/:cluster/newsletter/:issue([0-9]{1,18})/preview")
@PermitAll
@StyleSheet("convive/newsletter.css")
class PreviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient Workshop shop;
    private String pageTitle = "";

    PreviewView(Actors actors, Workshop shop) {
        this.actors = actors;
        this.shop = shop;
        addClassNames("cv-page", "cv-nl-previews");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        Issue issue = shop.queries().forWriting(actor, ViewActor.id(event, "issue"));
        QueryParameters query = event.getLocation().getQueryParameters();
        Optional<Sample> reader = query.getSingleParameter("reader")
                .filter(id -> id.matches("[0-9]{1,18}"))
                .flatMap(id -> shop.readers().find(actor, Long.parseLong(id)));
        Locale language = reader.map(Sample::language)
                .orElseGet(() -> query.getSingleParameter("lang")
                        .map(tag -> Translations.nearest(Locale.of(tag)))
                        .orElse(issue.content().language()));
        String title = issue.content().edition(language).title();
        pageTitle = getTranslation(
                "newsletter.preview.page-title",
                title.isBlank() ? getTranslation("newsletter.untitled") : title,
                actor.clusterName());
        removeAll();
        add(
                new PageHeader(
                                getTranslation("newsletter.preview.title"),
                                getTranslation("newsletter.preview.sentence"))
                        .back(getTranslation("newsletter.preview.back"), Pages.edit(actor, issue.id())),
                choices(actor, issue, language, reader),
                frames(actor, issue, language));
    }

    private Div choices(Actor actor, Issue issue, Locale language, Optional<Sample> reader) {
        RadioButtonGroup<Locale> languages = new RadioButtonGroup<>(getTranslation("newsletter.field.language"));
        languages.addClassName("cv-nl-languages");
        languages.setItems(Translations.LOCALES);
        languages.setItemLabelGenerator(locale -> locale.getDisplayLanguage(locale));
        languages.setValue(language);
        languages.addValueChangeListener(
                event -> go(actor, issue, "lang", event.getValue().getLanguage()));
        ComboBox<Sample> readers = new ComboBox<>(getTranslation("newsletter.preview.reader"));
        readers.setItems(query -> shop.readers().search(actor, query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        readers.setItemLabelGenerator(sample ->
                sample.organisation().isBlank() ? sample.name() : sample.name() + ", " + sample.organisation());
        readers.setClearButtonVisible(true);
        reader.ifPresent(readers::setValue);
        reader.ifPresent(sample -> readers.setHelperText(getTranslation(
                "newsletter.preview.reader.gets",
                sample.name(),
                sample.language().getDisplayLanguage(getLocale()))));
        readers.addValueChangeListener(event -> {
            Sample chosen = event.getValue();
            if (chosen == null) {
                go(actor, issue, "lang", language.getLanguage());
            } else {
                go(actor, issue, "reader", Long.toString(chosen.person()));
            }
        });
        Div row = new Div(languages, readers);
        row.addClassNames("cv-row", "cv-nl-preview-choices");
        return row;
    }

    private void go(Actor actor, Issue issue, String name, String value) {
        getUI().ifPresent(ui ->
                ui.navigate(Pages.preview(actor, issue.id()), QueryParameters.simple(Map.of(name, value))));
    }

    private Div frames(Actor actor, Issue issue, Locale language) {
        String html = shop.newsletter().preview(actor, issue.id(), issue.content(), language, "");
        MailFrame plain = new MailFrame();
        plain.text(shop.newsletter().previewText(actor, issue.id(), issue.content(), language));
        MailFrame dark = new MailFrame();
        dark.dark(html);
        Div frames = new Div(
                frame("newsletter.preview.wide", mail(html), ""),
                frame("newsletter.preview.phone", mail(html), "cv-phone"),
                frame("newsletter.preview.dark", dark, "cv-dark"),
                frame("newsletter.preview.text", plain, "cv-plain"));
        frames.addClassName("cv-nl-frames");
        return frames;
    }

    private static MailFrame mail(String html) {
        MailFrame frame = new MailFrame();
        frame.html(html);
        return frame;
    }

    private Section frame(String key, MailFrame mail, String className) {
        H2 title = new H2(getTranslation(key));
        title.addClassName("cv-nl-heading");
        Div box = new Div(mail);
        box.addClassName("cv-nl-mail-box");
        Section section = new Section(title, box);
        section.addClassName("cv-nl-preview");
        if (!className.isEmpty()) {
            section.addClassName(className);
        }
        return section;
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
