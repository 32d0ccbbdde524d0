package org.convive.newsletter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.convive.newsletter.Block;
import org.convive.uikit.Fields;
import org.convive.uikit.MarkdownField;
import org.jspecify.annotations.Nullable;

/** The fields of one block: those its kind has, in the language that is being written. */
class BlockFields extends Div {
    private final transient WritingDesk desk;
    private final boolean translating;
    private Block block;
    private @Nullable TextField title;
    private @Nullable MarkdownField body;
    private @Nullable MarkdownField more;
    private @Nullable TextField alt;
    private @Nullable Checkbox decorative;
    private @Nullable TextField link;
    private @Nullable ThingField thing;
    private @Nullable PictureField picture;
    private @Nullable CheckboxGroup<Block.Answer> answers;
    private boolean writing;

    BlockFields(WritingDesk desk, Block block, boolean translating) {
        this.desk = desk;
        this.block = block;
        this.translating = translating;
        addClassNames("cv-stack", "cv-nl-block-fields");
        build(block.kind());
        write(block);
    }

    private void build(Block.Kind kind) {
        switch (kind) {
            case HEADING -> title = title("newsletter.block.title");
            case TEXT -> {
                title = title("newsletter.block.title");
                body = words("newsletter.block.body", Block.Words::body);
                answers = answersField();
            }
            case IMAGE -> buildImage();
            case COLUMNS -> {
                title = title("newsletter.block.title");
                body = words("newsletter.block.left", Block.Words::body);
                more = words("newsletter.block.right", Block.Words::more);
            }
            case QUOTE -> {
                body = words("newsletter.block.quote", Block.Words::body);
                title = title("newsletter.block.who");
            }
            case BUTTON -> {
                title = title("newsletter.block.label");
                link = linkField("newsletter.block.link");
            }
            case FIGURES -> {
                title = title("newsletter.block.title");
                body = words("newsletter.block.figures", Block.Words::body);
                body.setHelperText(getTranslation("newsletter.block.figures.help"));
            }
            case ACTION -> {
                title = title("newsletter.block.title");
                body = words("newsletter.block.body", Block.Words::body);
                link = linkField("newsletter.block.link.optional");
                answers = answersField();
            }
            case DIVIDER -> add(new Paragraph(getTranslation("newsletter.block.divider")));
            case MEETING, POLL, MEANS, ORGANISATION, PERSON, NEED, OFFER -> {
                thing = thingField(kind);
                title = title("newsletter.block.title.optional");
                body = words("newsletter.block.body", Block.Words::body);
                answers = answersField();
            }
        }
    }

    private void buildImage() {
        if (!translating) {
            picture = new PictureField(desk.actor(), desk.pictures());
            add(picture);
            picture.addValueChangeListener(event -> changed());
        }
        alt = text("newsletter.block.alt", 500, Block.Words::alt);
        alt.setHelperText(getTranslation("newsletter.block.alt.help"));
        if (!translating) {
            decorative = new Checkbox(getTranslation("newsletter.block.decorative"));
            decorative.setHelperText(getTranslation("newsletter.block.decorative.help"));
            add(decorative);
            decorative.addValueChangeListener(event -> changed());
        }
        body = words("newsletter.block.caption", Block.Words::body);
    }

    private TextField title(String key) {
        return text(key, 200, Block.Words::title);
    }

    private TextField text(String key, int max, Function<Block.Words, String> part) {
        TextField field = Fields.text(getTranslation(key), max);
        field.setWidthFull();
        return added(field, part);
    }

    private MarkdownField words(String key, Function<Block.Words, String> part) {
        return added(new MarkdownField(getTranslation(key), 10_000), part);
    }

    /** While translating, what stands in the first language is shown below the field. */
    private <F extends Component & HasValue<?, String>> F added(F field, Function<Block.Words, String> part) {
        add(field);
        String original = part.apply(block.words());
        if (translating && !original.isBlank()) {
            Paragraph first = new Paragraph(original);
            first.addClassNames("cv-q", "cv-small", "cv-nl-original");
            first.getElement().setAttribute("lang", desk.firstLanguage().getLanguage());
            add(first);
        }
        field.addValueChangeListener(event -> changed());
        return field;
    }

    private @Nullable TextField linkField(String key) {
        if (translating) {
            return null;
        }
        TextField field = Fields.text(getTranslation(key), 1_000);
        field.setPlaceholder("https://");
        field.setWidthFull();
        add(field);
        field.addValueChangeListener(event -> changed());
        return field;
    }

    private @Nullable CheckboxGroup<Block.Answer> answersField() {
        if (translating) {
            return null;
        }
        CheckboxGroup<Block.Answer> field = new CheckboxGroup<>(getTranslation("newsletter.block.answers"));
        field.setItems(Block.Answer.values());
        field.setItemLabelGenerator(answer -> getTranslation(Kinds.key(answer)));
        field.setHelperText(getTranslation("newsletter.block.answers.help"));
        add(field);
        field.addValueChangeListener(event -> changed());
        return field;
    }

    private @Nullable ThingField thingField(Block.Kind kind) {
        if (translating) {
            return null;
        }
        ThingField field = new ThingField(desk, kind);
        add(field);
        field.addValueChangeListener(event -> changed());
        return field;
    }

    private void changed() {
        if (!writing) {
            block = read();
            desk.changed(block.id());
        }
    }

    /** What the fields hold now. */
    Block read() {
        Block.Words words = new Block.Words(value(title), value(body), value(more), value(alt));
        if (translating) {
            return block.translated(words);
        }
        Block read = block.with(words);
        if (decorative != null) {
            read = read.decorative(decorative.getValue());
        }
        if (link != null) {
            read = read.link(link.getValue());
        }
        if (thing != null) {
            read = read.thing(thing.chosen());
        }
        if (picture != null) {
            read = read.picture(picture.getValue());
        }
        return answers == null ? read : read.answers(answers.getValue());
    }

    /** Shows a block as it came from elsewhere, without telling the desk of a change. */
    final void write(Block other) {
        writing = true;
        block = other;
        Block.Words words = translating ? other.translated() : other.words();
        set(title, words.title());
        set(body, words.body());
        set(more, words.more());
        set(alt, words.alt());
        if (decorative != null) {
            decorative.setValue(other.decorative());
        }
        set(link, other.link());
        if (picture != null) {
            picture.setValue(other.picture());
        }
        if (answers != null) {
            answers.setValue(other.answers());
        }
        if (thing != null) {
            thing.show(other);
        }
        writing = false;
    }

    /** Its fields by the names the service complains about. */
    Map<String, HasValidationProperties> named(String prefix) {
        Map<String, HasValidationProperties> named = new LinkedHashMap<>();
        String words = translating ? prefix + ".translated" : prefix;
        put(named, words + ".title", title);
        put(named, words + ".body", body);
        put(named, words + ".more", more);
        put(named, words + ".alt", alt);
        put(named, prefix + ".link", link);
        for (Component first : Arrays.asList(picture, thing, body, title)) {
            if (first instanceof HasValidationProperties field) {
                named.putIfAbsent(prefix, field);
            }
        }
        return named;
    }

    private static void put(
            Map<String, HasValidationProperties> named, String name, @Nullable HasValidationProperties field) {
        if (field != null) {
            named.put(name, field);
        }
    }

    private static String value(@Nullable HasValue<?, String> field) {
        return field == null ? "" : Objects.requireNonNullElse(field.getValue(), "");
    }

    private static void set(@Nullable HasValue<?, String> field, String value) {
        if (field != null && !value.equals(field.getValue())) {
            field.setValue(value);
        }
    }
}
