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
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.newsletter.Block;
import org.convive.newsletter.Sources;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Toasts;

/** The blocks of a letter in their order: added, moved by menu or by hand, removed and brought back. */
class BlockList extends Div implements BlockEditor.Moves {
    private final transient Actor actor;
    private final transient Sources sources;
    private final transient Pictures pictures;
    private final transient Runnable changed;
    private final List<BlockEditor> editors = new ArrayList<>();
    private final Div list = new Div();

    BlockList(Actor actor, Sources sources, Pictures pictures, List<Block> blocks, Runnable changed) {
        this.actor = actor;
        this.sources = sources;
        this.pictures = pictures;
        this.changed = changed;
        addClassName("cv-nl-blocks");
        list.addClassName("cv-nl-blocks");
        add(list, adder());
        blocks.forEach(block -> insert(editors.size(), editor(block)));
    }

    List<Block> blocks() {
        return editors.stream().map(BlockEditor::block).toList();
    }

    Map<String, HasValidationProperties> fields() {
        Map<String, HasValidationProperties> all = new LinkedHashMap<>();
        for (int i = 0; i < editors.size(); i++) {
            all.putAll(editors.get(i).fields(i));
        }
        return all;
    }

    /** Opens the blocks that somebody has to look at. */
    void openAll(Iterable<String> complaints) {
        for (String field : complaints) {
            if (field.matches("blocks\\.[0-9]+.*")) {
                editors.get(Integer.parseInt(field.split("\\.", -1)[1])).open(true);
            }
        }
    }

    private MenuBar adder() {
        MenuBar bar = new MenuBar();
        bar.addClassName("cv-nl-add");
        MenuItem add = bar.addItem(CvIcon.PLUS.create());
        add.add(new Span(getTranslation("newsletter.block.add")));
        sources.kinds()
                .forEach(kind -> add.getSubMenu().addItem(getTranslation(Kinds.key(kind)), event -> append(kind)));
        return bar;
    }

    void append(Block.Kind kind) {
        BlockEditor editor = editor(Block.empty(kind));
        insert(editors.size(), editor);
        editor.open(true);
        changed.run();
    }

    @Override
    public void by(BlockEditor block, int places) {
        move(block, editors.indexOf(block) + places);
    }

    @Override
    public void remove(BlockEditor block) {
        int position = editors.indexOf(block);
        editors.remove(block);
        list.remove(block);
        changed.run();
        Toasts.undo(getTranslation("newsletter.block.removed"), () -> {
            insert(Math.min(position, editors.size()), block);
            changed.run();
        });
    }

    private void move(BlockEditor block, int position) {
        if (position < 0 || position >= editors.size() || editors.indexOf(block) == position) {
            return;
        }
        editors.remove(block);
        list.remove(block);
        insert(position, block);
        changed.run();
    }

    private void insert(int position, BlockEditor editor) {
        editors.add(position, editor);
        list.addComponentAtIndex(position, editor);
    }

    private BlockEditor editor(Block block) {
        BlockEditor editor = new BlockEditor(actor, block, sources, pictures, this);
        editor.onChange(changed);
        DropTarget<BlockEditor> target = DropTarget.create(editor);
        target.setDropEffect(DropEffect.MOVE);
        target.addDropListener(event -> event.getDragData()
                .filter(BlockEditor.class::isInstance)
                .map(BlockEditor.class::cast)
                .filter(editors::contains)
                .ifPresent(dragged -> move(dragged, editors.indexOf(editor))));
        return editor;
    }
}
