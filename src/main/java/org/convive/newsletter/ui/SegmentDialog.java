package org.convive.newsletter.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convive.directory.OrganisationKind;
import org.convive.identity.Actor;
import org.convive.newsletter.Draft;
import org.convive.newsletter.content.BlockSource.Choice;
import org.convive.newsletter.readers.Audiences;
import org.convive.newsletter.readers.Segment;
import org.convive.newsletter.readers.Topic;
import org.convive.shared.Translations;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;

/** Chooses who gets a letter, and says at once how many these are, by language. */
class SegmentDialog extends Dialog {
    private final transient Actor actor;
    private final transient Workshop shop;
    private final transient Draft draft;
    private final CheckboxGroup<OrganisationKind> kinds =
            new CheckboxGroup<>(getTranslation("newsletter.segment.kinds"));
    private final MultiSelectComboBox<String> competences =
            new MultiSelectComboBox<>(getTranslation("newsletter.segment.competences"));
    private final MultiSelectComboBox<Choice> occasions =
            new MultiSelectComboBox<>(getTranslation("newsletter.segment.occasions"));
    private final CheckboxGroup<Topic> topics = new CheckboxGroup<>(getTranslation("newsletter.segment.topics"));
    private final Select<String> language = new Select<>();
    private final Paragraph count = new Paragraph();

    SegmentDialog(Actor actor, Workshop shop, long issue, Segment segment, SerializableConsumer<Segment> chosen) {
        this.actor = actor;
        this.shop = shop;
        this.draft = shop.queries().forWriting(actor, issue).content();
        setHeaderTitle(getTranslation("newsletter.segment.title"));
        setWidth("640px");
        kinds.setItems(OrganisationKind.values());
        kinds.setItemLabelGenerator(kind -> getTranslation(key(kind)));
        competences.setItems(shop.envelopes().competences(actor));
        occasions.setItemLabelGenerator(
                choice -> choice.detail().isEmpty() ? choice.title() : choice.title() + ", " + choice.detail());
        occasions.setItems(
                query -> shop.envelopes().findOccasions(actor, query.getFilter().orElse("")).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()));
        topics.setItems(Topic.values());
        topics.setItemLabelGenerator(topic -> getTranslation("newsletter.topic." + topic));
        language.setLabel(getTranslation("newsletter.segment.language"));
        language.setItems(List.of("", "en", "fr"));
        language.setItemLabelGenerator(this::languageName);
        show(segment);
        Div fields = new Div(quiet("newsletter.segment.sentence"), kinds, competences, occasions, topics, language);
        fields.addClassNames("cv-stack", "cv-nl-segment");
        count.addClassNames("cv-strong", "cv-nl-segment-count");
        count.getElement().setAttribute("role", "status");
        add(fields, count, quiet("newsletter.segment.honest"));
        getFooter()
                .add(
                        Buttons.plain(getTranslation("newsletter.segment.cancel"), this::close),
                        Buttons.primary(getTranslation("newsletter.segment.save"), CvIcon.CHECK, () -> {
                            close();
                            chosen.accept(read());
                        }));
        kinds.addValueChangeListener(event -> tell());
        competences.addValueChangeListener(event -> tell());
        occasions.addValueChangeListener(event -> tell());
        topics.addValueChangeListener(event -> tell());
        language.addValueChangeListener(event -> tell());
        tell();
    }

    static String key(OrganisationKind kind) {
        return "directory.OrganisationKind." + kind.name();
    }

    private String languageName(String tag) {
        return tag.isEmpty()
                ? getTranslation("newsletter.segment.language.all")
                : Locale.of(tag).getDisplayLanguage(getLocale());
    }

    private Paragraph quiet(String key) {
        Paragraph words = new Paragraph(getTranslation(key));
        words.addClassNames("cv-q", "cv-small");
        return words;
    }

    private void show(Segment segment) {
        kinds.setValue(segment.kinds());
        competences.setValue(segment.competences());
        occasions.setValue(new HashSet<>(shop.envelopes().occasions(actor, segment)));
        topics.setValue(segment.topics());
        Locale chosen = segment.language();
        language.setValue(chosen == null ? "" : chosen.getLanguage());
        competences.setWidthFull();
        occasions.setWidthFull();
        language.setWidthFull();
    }

    private Segment read() {
        String tag = Objects.requireNonNullElse(language.getValue(), "");
        return new Segment(
                kinds.getValue(),
                competences.getValue(),
                occasions.getValue().stream().map(Choice::id).collect(Collectors.toSet()),
                topics.getValue(),
                tag.isEmpty() ? null : Translations.nearest(Locale.of(tag)));
    }

    private void tell() {
        Audiences.Count now = shop.audiences().count(actor, read(), draft.blocks());
        count.setText(getTranslation("newsletter.checks.readers", now.readers(), now.english(), now.french()));
    }
}
