package org.convive.newsletter.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convive.newsletter.Block;
import org.convive.newsletter.KeptBlocks;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Toasts;

/** The blocks of a letter in their order: added, moved by menu, by keys or by hand, removed and brought back. */
class BlockList extends Div implements BlockEditor.Moves {
    private final transient WritingDesk desk;
    private final transient KeptBlocks kept;
    private final List<BlockEditor> editors = new ArrayList<>();
    private final Div list = new Div();

    BlockList(WritingDesk desk, KeptBlocks kept, List<Block> blocks) {
        this.desk = desk;
        this.kept = kept;
        addClassName("cv-nl-blocks");
        list.addClassName("cv-nl-blocks");
        add(list, adder());
        show(blocks);
    }

    List<Block> blocks() {
        return editors.stream().map(BlockEditor::block).toList();
    }

    /** Shows the blocks as they are now elsewhere; the fields of those that did not change stay as they are. */
    final void show(List<Block> blocks) {
        Map<String, BlockEditor> known = editors.stream()
                .collect(Collectors.toMap(editor -> editor.block().id(), Function.identity(), (a, b) -> a));
        List<BlockEditor> next = new ArrayList<>();
        for (Block block : blocks) {
            BlockEditor editor = known.get(block.id());
            if (editor == null) {
                editor = editor(block);
            } else {
                editor.show(block);
            }
            next.add(editor);
        }
        if (!next.equals(editors)) {
            editors.stream().filter(editor -> !next.contains(editor)).forEach(list::remove);
            editors.clear();
            editors.addAll(next);
            for (int i = 0; i < next.size(); i++) {
                BlockEditor editor = next.get(i);
                if (list.getElement().getChildCount() <= i || list.getComponentAt(i) != editor) {
                    list.addComponentAtIndex(i, editor);
                }
            }
        }
    }

    Map<String, HasValidationProperties> fields(Iterable<String> complaints) {
        Map<String, HasValidationProperties> all = new LinkedHashMap<>();
        for (String field : complaints) {
            if (field.matches("blocks\\.[0-9]+.*")) {
                int position = Integer.parseInt(field.split("\\.", -1)[1]);
                all.putAll(editors.get(position).fields(position));
            }
        }
        return all;
    }

    private MenuBar adder() {
        MenuBar bar = new MenuBar();
        bar.addClassName("cv-nl-add");
        MenuItem add = bar.addItem(CvIcon.PLUS.create());
        add.add(new Span(getTranslation("newsletter.block.add")));
        desk.sources()
                .kinds()
                .forEach(kind -> add.getSubMenu().addItem(entry(kind), event -> append(Block.empty(kind))));
        add.getSubMenu().addSeparator();
        add.getSubMenu()
                .addItem(
                        getTranslation("newsletter.block.reuse"),
                        event -> new KeptBlocksDialog(desk.actor(), kept, this::append).open());
        return bar;
    }

    private Div entry(Block.Kind kind) {
        Div entry = new Div(Kinds.icon(kind).create(), new Span(getTranslation(Kinds.key(kind))));
        entry.addClassName("cv-nl-add-entry");
        return entry;
    }

    void append(Block block) {
        BlockEditor editor = editor(block);
        insert(editors.size(), editor);
        editor.open(true);
        desk.changed(block.id());
    }

    @Override
    public void by(BlockEditor block, int places) {
        move(block, editors.indexOf(block) + places);
        block.focusHead();
    }

    @Override
    public void duplicate(BlockEditor block) {
        BlockEditor copy = editor(block.block().copy());
        insert(editors.indexOf(block) + 1, copy);
        copy.open(true);
        desk.changed(copy.block().id());
    }

    @Override
    public void keep(BlockEditor block) {
        kept.keep(desk.actor(), block.block());
        Toasts.say(getTranslation("newsletter.block.kept"));
    }

    @Override
    public void remove(BlockEditor block) {
        int position = editors.indexOf(block);
        editors.remove(block);
        list.remove(block);
        desk.changed("");
        Toasts.undo(getTranslation("newsletter.block.removed"), () -> {
            insert(Math.min(position, editors.size()), block);
            desk.changed("");
        });
    }

    private void move(BlockEditor block, int position) {
        if (position < 0 || position >= editors.size() || editors.indexOf(block) == position) {
            return;
        }
        editors.remove(block);
        list.remove(block);
        insert(position, block);
        desk.changed("");
    }

    private void insert(int position, BlockEditor editor) {
        editors.add(position, editor);
        list.addComponentAtIndex(position, editor);
    }

    private BlockEditor editor(Block block) {
        BlockEditor editor = new BlockEditor(desk, block, this);
        DropTarget<BlockEditor> target = DropTarget.create(editor);
        target.setDropEffect(DropEffect.MOVE);
        target.addDropListener(event -> event.getDragData()
                .filter(BlockEditor.class::isInstance)
                .map(BlockEditor.class::cast)
                .filter(editors::contains)
                .ifPresent(dragged -> move(dragged, editors.indexOf(editor))));
        return editor;
    }

    /** The heads say what is in the blocks now. */
    void describe() {
        editors.forEach(BlockEditor::describe);
    }
}
