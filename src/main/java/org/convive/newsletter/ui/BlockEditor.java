package org.convive.newsletter.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.newsletter.Block;
import org.convive.newsletter.Sources;
import org.convive.newsletter.content.BlockSource;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Fields;
import org.convive.uikit.IconTile;
import org.convive.uikit.Markdown;
import org.convive.uikit.MarkdownField;
import org.jspecify.annotations.Nullable;

/** One block being written: a head that tells what it is, and its fields once it is opened. */
class BlockEditor extends Div {
    private final Block.Kind kind;
    private final TextField title;
    private final MarkdownField body;
    private final @Nullable PictureField picture;
    private final @Nullable TextField alt;
    private final @Nullable ComboBox<BlockSource.Choice> thing;
    private final H3 name = new H3();
    private final Paragraph summary = new Paragraph();
    private final Div fields = new Div();
    private final NativeButton head = new NativeButton();

    BlockEditor(Actor actor, Block block, Sources sources, Pictures pictures, Moves moves) {
        kind = block.kind();
        title = Fields.text(getTranslation("newsletter.block.title"), 200);
        title.setWidthFull();
        title.setValue(block.title());
        body = new MarkdownField(
                getTranslation(kind == Block.Kind.IMAGE ? "newsletter.block.caption" : "newsletter.block.body"),
                10_000);
        body.setValue(block.body());
        picture = kind == Block.Kind.IMAGE ? new PictureField(actor, pictures) : null;
        alt = kind == Block.Kind.IMAGE ? Fields.text(getTranslation("newsletter.block.alt"), 500) : null;
        thing = kind.source() == null ? null : thingField(actor, block, sources);
        fields.addClassNames("cv-stack", "cv-nl-block-fields");
        if (picture != null && alt != null) {
            picture.setValue(block.picture());
            alt.setWidthFull();
            alt.setHelperText(getTranslation("newsletter.block.alt.help"));
            alt.setValue(block.alt());
            fields.add(picture, alt, body);
        } else {
            fields.add(title);
            if (thing != null) {
                fields.add(thing);
            }
            fields.add(body);
        }
        addClassName("cv-nl-block");
        add(head(moves), fields);
        open(false);
        describe();
    }

    private Div head(Moves moves) {
        Span grip = new Span(CvIcon.GRIP.create());
        grip.addClassNames("cv-nl-grip", "cv-hide-m");
        grip.getElement().setAttribute("title", getTranslation("newsletter.block.drag"));
        DragSource.create(grip).setDragData(this);
        summary.addClassNames("cv-q", "cv-small", "cv-nl-summary");
        Div words = new Div(name, summary);
        words.addClassNames("cv-grow", "cv-nl-row-words");
        head.add(new IconTile(Kinds.icon(kind)), words);
        head.addClassName("cv-nl-block-head");
        head.addClickListener(event -> open(!fields.isVisible()));
        MenuBar menu = new MenuBar();
        menu.addThemeName("tertiary icon");
        var more = menu.addItem(CvIcon.MORE.create());
        more.setAriaLabel(getTranslation("newsletter.block.more", getTranslation(Kinds.key(kind))));
        more.getSubMenu().addItem(getTranslation("newsletter.block.up"), event -> moves.by(this, -1));
        more.getSubMenu().addItem(getTranslation("newsletter.block.down"), event -> moves.by(this, 1));
        more.getSubMenu().addItem(getTranslation("newsletter.block.remove"), event -> moves.remove(this));
        Div row = new Div(grip, head, menu);
        row.addClassName("cv-nl-block-row");
        return row;
    }

    private ComboBox<BlockSource.Choice> thingField(Actor actor, Block block, Sources sources) {
        ComboBox<BlockSource.Choice> box = new ComboBox<>(getTranslation(Kinds.key(kind)));
        box.setItemLabelGenerator(
                choice -> choice.detail().isBlank() ? choice.title() : choice.title() + ", " + choice.detail());
        box.setItems(query -> sources.search(actor, kind, query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        box.setWidthFull();
        Long chosen = block.thing();
        if (chosen != null) {
            String label = sources.card(actor.cluster(), block, getLocale())
                    .map(BlockSource.Card::title)
                    .orElseGet(() -> getTranslation("newsletter.block.gone"));
            box.setValue(new BlockSource.Choice(chosen, label, ""));
        }
        return box;
    }

    void open(boolean open) {
        fields.setVisible(open);
        head.getElement().setAttribute("aria-expanded", Boolean.toString(open));
        setClassName("cv-open", open);
    }

    void onChange(Runnable changed) {
        HasValue.ValueChangeListener<AbstractField.ComponentValueChangeEvent<?, ?>> listener = event -> {
            describe();
            changed.run();
        };
        title.addValueChangeListener(listener::valueChanged);
        body.addValueChangeListener(listener::valueChanged);
        if (picture != null && alt != null) {
            picture.addValueChangeListener(listener::valueChanged);
            alt.addValueChangeListener(listener::valueChanged);
        }
        if (thing != null) {
            thing.addValueChangeListener(listener::valueChanged);
        }
    }

    Block block() {
        BlockSource.Choice choice = thing == null ? null : thing.getValue();
        return new Block(
                kind,
                title.getValue(),
                body.getValue(),
                choice == null ? null : choice.id(),
                picture == null ? null : picture.getValue(),
                alt == null ? "" : alt.getValue());
    }

    /** Its fields by the names the service complains about. */
    Map<String, HasValidationProperties> fields(int position) {
        Map<String, HasValidationProperties> named = new LinkedHashMap<>();
        String prefix = "blocks." + position;
        named.put(prefix + ".title", title);
        named.put(prefix + ".body", body);
        if (alt != null) {
            named.put(prefix + ".alt", alt);
        }
        named.put(prefix, picture != null ? picture : thing != null ? thing : body);
        return named;
    }

    private void describe() {
        Block block = block();
        String kindName = getTranslation(Kinds.key(kind));
        name.setText(block.title().isBlank() ? kindName : block.title());
        BlockSource.Choice choice = thing == null ? null : thing.getValue();
        String words = choice != null
                ? Objects.requireNonNull(choice).title()
                : !block.alt().isBlank()
                        ? block.alt()
                        : Markdown.text(block.body()).lines().findFirst().orElse("");
        summary.setText(words.isBlank() ? getTranslation("newsletter.block.empty") : words);
    }

    /** What its menu can do with it. */
    interface Moves {
        void by(BlockEditor block, int places);

        void remove(BlockEditor block);
    }
}
