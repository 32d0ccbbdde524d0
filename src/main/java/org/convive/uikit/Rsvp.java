package org.convive.uikit;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One tap, then calm: ember until answered, then glass. A change by the user fires the usual value change.
 *
 * @param <T> the type of the answers, an enum of the feature
 */
public class Rsvp<T> extends RadioButtonGroup<T> {

    /** How an answer is drawn. */
    public enum Kind {
        YES(CvIcon.CHECK),
        MAYBE(CvIcon.HELP),
        NO(CvIcon.X),
        POSTED(CvIcon.BELL);

        private final CvIcon icon;

        Kind(CvIcon icon) {
            this.icon = icon;
        }
    }

    /** One possible answer with its words. */
    public record Option<T>(T value, Kind kind, String label) {}

    private final Map<T, Option<T>> options = new LinkedHashMap<>();

    /** @param question what is asked, said to screen readers: "Your answer to Supper at the furnace" */
    public Rsvp(String question, List<Option<T>> answers) {
        addClassName("cv-rsvp");
        setAriaLabel(question);
        answers.forEach(option -> options.put(option.value(), option));
        setItems(options.keySet());
        setItemLabelGenerator(value -> option(value).label());
        setRenderer(new ComponentRenderer<>(this::draw));
    }

    /** 44 px, only the likely answer in words: for rows of a list. */
    public Rsvp<T> compact() {
        addClassName("cv-compact");
        return this;
    }

    /** As wide as its pane. */
    public Rsvp<T> wide() {
        addClassName("cv-wide");
        return this;
    }

    /** Shows an answer already given; no event. */
    public Rsvp<T> answered(@Nullable T value) {
        if (value == null) {
            clear();
        } else {
            setValue(value);
        }
        return this;
    }

    /** Calls back when the user, not the server, chose. */
    public Rsvp<T> onAnswer(java.util.function.Consumer<T> listener) {
        addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                listener.accept(event.getValue());
            }
        });
        return this;
    }

    private Span draw(T value) {
        Option<T> option = option(value);
        Span words = new Span(option.label());
        words.addClassName("cv-rsvp-words");
        Span content = new Span(option.kind().icon.create(), words);
        content.addClassNames("cv-rsvp-option", "cv-" + option.kind().name().toLowerCase(java.util.Locale.ROOT));
        content.getElement().setAttribute("title", option.label());
        return content;
    }

    private Option<T> option(T value) {
        return java.util.Objects.requireNonNull(options.get(value), () -> "not an answer: " + value);
    }
}
