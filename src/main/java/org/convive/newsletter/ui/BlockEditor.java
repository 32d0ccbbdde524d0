package org.convive.newsletter.ui;

import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Map;
import org.convive.newsletter.Block;
import org.convive.newsletter.content.BlockSource;
import org.convive.uikit.Badges;
import org.convive.uikit.CvIcon;
import org.convive.uikit.IconTile;
import org.convive.uikit.Markdown;
import org.jspecify.annotations.Nullable;

/** One block being written: a head that tells what it is, and its fields once it is opened. */
class BlockEditor extends Div {
    private final transient WritingDesk desk;
    private final H3 name = new H3();
    private final Paragraph summary = new Paragraph();
    private final Span untranslated;
    private final NativeButton head = new NativeButton();
    private Block block;
    private @Nullable BlockFields fields;

    BlockEditor(WritingDesk desk, Block block, Moves moves) {
        this.desk = desk;
        this.block = block;
        untranslated = Badges.dot(getTranslation("newsletter.block.untranslated"));
        addClassName("cv-nl-block");
        add(head(moves));
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
        head.add(new IconTile(Kinds.icon(block.kind())), words, untranslated);
        head.addClassName("cv-nl-block-head");
        head.addClickListener(event -> open(!isOpen()));
        // The keys that move a line in every editor of programs, and in many of texts.
        keys("ArrowUp", () -> moves.by(this, -1));
        keys("ArrowDown", () -> moves.by(this, 1));
        head.getElement().setAttribute("aria-keyshortcuts", "Alt+ArrowUp Alt+ArrowDown");
        Div row = new Div(grip, head, menu(moves));
        row.addClassName("cv-nl-block-row");
        return row;
    }

    private void keys(String key, Runnable deed) {
        head.getElement()
                .addEventListener("keydown", event -> deed.run())
                .setFilter("event.altKey && event.key === '" + key + "' && !event.preventDefault()");
    }

    private MenuBar menu(Moves moves) {
        MenuBar menu = new MenuBar();
        menu.addThemeName("tertiary icon");
        var more = menu.addItem(CvIcon.MORE.create());
        more.setAriaLabel(getTranslation("newsletter.block.more", getTranslation(Kinds.key(block.kind()))));
        var items = more.getSubMenu();
        items.addItem(getTranslation("newsletter.block.up"), event -> moves.by(this, -1));
        items.addItem(getTranslation("newsletter.block.down"), event -> moves.by(this, 1));
        items.addItem(getTranslation("newsletter.block.duplicate"), event -> moves.duplicate(this));
        items.addItem(getTranslation("newsletter.block.keep"), event -> moves.keep(this));
        items.addItem(getTranslation("newsletter.block.remove"), event -> moves.remove(this));
        return menu;
    }

    private boolean isOpen() {
        return fields != null && fields.isVisible();
    }

    /** Fields are made when they are first needed: a letter of sixty blocks stays light. */
    final void open(boolean open) {
        if (open && fields == null) {
            fields = new BlockFields(desk, block, desk.isTranslating());
            add(fields);
        }
        if (fields != null) {
            fields.setVisible(open);
        }
        head.getElement().setAttribute("aria-expanded", Boolean.toString(open));
        setClassName("cv-open", open);
        if (open) {
            desk.looksAt(block.id());
        }
    }

    Block block() {
        if (fields != null) {
            block = fields.read();
        }
        return block;
    }

    /** Shows the block as somebody else, or an undo, left it. */
    void show(Block other) {
        if (!other.equals(block())) {
            block = other;
            if (fields != null) {
                fields.write(other);
            }
        }
        describe();
    }

    void focusHead() {
        head.focus();
    }

    /** Its fields by the names the service complains about. */
    Map<String, HasValidationProperties> fields(int position) {
        open(true);
        return fields == null ? Map.of() : fields.named("blocks." + position);
    }

    final void describe() {
        Block now = block();
        Block.Words words = desk.isTranslating() && !now.translated().isBlank() ? now.translated() : now.words();
        String kind = getTranslation(Kinds.key(now.kind()));
        String title = words.title();
        if (title.isBlank() && now.thing() != null) {
            title = desk.sources()
                    .card(desk.actor().cluster(), now, getLocale())
                    .map(BlockSource.Card::title)
                    .orElseGet(() -> getTranslation("newsletter.block.gone"));
        }
        name.setText(title.isBlank() ? kind : title);
        String line = !words.alt().isBlank()
                ? words.alt()
                : Markdown.text(words.body()).lines().findFirst().orElse("");
        if (line.isBlank()) {
            line = now.kind() == Block.Kind.DIVIDER || !title.isBlank()
                    ? kind
                    : getTranslation("newsletter.block.empty");
        }
        summary.setText(line);
        untranslated.setVisible(desk.isTranslating() && now.lacksTranslation());
    }

    /** What its menu can do with it. */
    interface Moves {
        void by(BlockEditor block, int places);

        void duplicate(BlockEditor block);

        void keep(BlockEditor block);

        void remove(BlockEditor block);
    }
}
