package org.convive.newsletter.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.newsletter.Envelope;
import org.convive.newsletter.Templates;
import org.convive.newsletter.content.BlockSource;
import org.convive.newsletter.readers.Segment;
import org.convive.shared.InvalidInput;
import org.convive.shared.StaleEdit;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** To whom a draft goes, and what it wears. */
class EnvelopePane extends Pane {
    private final transient Actor actor;
    private final transient Workshop shop;
    private final long issue;
    private final SerializableConsumer<Envelope> chosen;
    private transient Envelope envelope;

    /** @param chosen told of what was decided, also by somebody else */
    EnvelopePane(Actor actor, long issue, Envelope envelope, Workshop shop, SerializableConsumer<Envelope> chosen) {
        this.actor = actor;
        this.issue = issue;
        this.shop = shop;
        this.chosen = chosen;
        this.envelope = envelope;
        setTitle(new H2(getTranslation("newsletter.envelope")));
        draw();
    }

    /** Shows what somebody else decided. */
    void show(Envelope other) {
        if (!other.equals(envelope)) {
            envelope = other;
            draw();
        }
    }

    private void draw() {
        removeAll();
        Div content = new Div(words(envelope.segment()));
        content.addClassName("cv-stack");
        content.add(Buttons.plain(
                getTranslation("newsletter.envelope.choose"),
                CvIcon.USERS,
                () -> new SegmentDialog(actor, shop, issue, envelope.segment(), segment -> choose(envelope.to(segment)))
                        .open()));
        List<Templates.Kept> templates = shop.templates().all(actor);
        if (!templates.isEmpty()) {
            content.add(template(templates));
        }
        add(content);
    }

    private Select<Long> template(List<Templates.Kept> templates) {
        List<Long> ids = new ArrayList<>(List.of(0L));
        templates.forEach(kept -> ids.add(kept.id()));
        Long worn = envelope.template();
        Select<Long> select = new Select<>();
        select.setLabel(getTranslation("newsletter.envelope.template"));
        select.setItems(ids);
        select.setItemLabelGenerator(id -> templates.stream()
                .filter(kept -> kept.id() == id)
                .map(kept -> kept.template().name())
                .findFirst()
                .orElseGet(() -> getTranslation("newsletter.envelope.template.usual")));
        select.setWidthFull();
        select.setValue(worn != null && ids.contains(worn) ? worn : Long.valueOf(0));
        select.addValueChangeListener(event -> choose(envelope.in(event.getValue() == 0 ? null : event.getValue())));
        return select;
    }

    private void choose(Envelope after) {
        try {
            shop.envelopes().choose(actor, issue, envelope, after);
            envelope = after;
        } catch (StaleEdit e) {
            envelope = shop.queries().forWriting(actor, issue).envelope();
            Toasts.sorry(getTranslation("newsletter.error.envelope-changed"));
        } catch (InvalidInput e) {
            e.fields()
                    .values()
                    .forEach(message -> Toasts.sorry(
                            getTranslation(message.key(), message.args().toArray())));
        }
        draw();
        chosen.accept(envelope);
    }

    private Div words(Segment segment) {
        Div words = new Div();
        words.addClassName("cv-nl-row-words");
        if (segment.isEverybody()) {
            words.add(line(getTranslation("newsletter.envelope.everybody")));
        }
        add(words, "newsletter.segment.kinds", names(segment.kinds(), kind -> getTranslation(SegmentDialog.key(kind))));
        add(words, "newsletter.segment.competences", names(segment.competences(), name -> name));
        if (!segment.occasions().isEmpty()) {
            add(
                    words,
                    "newsletter.segment.occasions",
                    shop.envelopes().occasions(actor, segment).stream()
                            .map(BlockSource.Choice::title)
                            .collect(Collectors.joining(", ")));
        }
        add(
                words,
                "newsletter.segment.topics",
                names(segment.topics(), topic -> getTranslation("newsletter.topic." + topic)));
        Locale language = segment.language();
        add(words, "newsletter.segment.language", language == null ? "" : language.getDisplayLanguage(getLocale()));
        return words;
    }

    private void add(Div words, String key, String values) {
        if (!values.isEmpty()) {
            words.add(line(getTranslation("newsletter.segment.part", getTranslation(key), values)));
        }
    }

    private static Paragraph line(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassName("cv-nl-envelope-line");
        return line;
    }

    private static <T> String names(Set<T> values, java.util.function.Function<T, String> name) {
        return values.stream().map(name).sorted().collect(Collectors.joining(", "));
    }
}
