package org.convive.newsletter.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import org.convive.newsletter.Block;
import org.convive.newsletter.content.BlockSource;
import org.jspecify.annotations.Nullable;

/** Which meeting, means or company a living block is about, found by a part of its name. */
class ThingField extends ComboBox<BlockSource.Choice> {
    private final transient WritingDesk desk;

    ThingField(WritingDesk desk, Block.Kind kind) {
        this.desk = desk;
        setLabel(getTranslation(Kinds.key(kind)));
        setItemLabelGenerator(
                choice -> choice.detail().isBlank() ? choice.title() : choice.title() + ", " + choice.detail());
        setItems(query -> desk
                .sources()
                .search(desk.actor(), kind, query.getFilter().orElse(""))
                .stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        setWidthFull();
    }

    @Nullable
    Long chosen() {
        BlockSource.Choice choice = getValue();
        return choice == null ? null : choice.id();
    }

    /** Shows what a block is about, also when that is gone. */
    void show(Block block) {
        Long now = block.thing();
        if (now == null) {
            clear();
        } else if (!now.equals(chosen())) {
            String label = desk.sources()
                    .card(desk.actor().cluster(), block, getLocale())
                    .map(BlockSource.Card::title)
                    .orElseGet(() -> getTranslation("newsletter.block.gone"));
            setValue(new BlockSource.Choice(now, label, ""));
        }
    }
}
