package org.convive.newsletter.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.newsletter.Block;
import org.convive.newsletter.KeptBlocks;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.IconTile;
import org.convive.uikit.Markdown;
import org.convive.uikit.Toasts;

/** The blocks that were kept: one is put into the letter, or not kept any longer. */
class KeptBlocksDialog extends Dialog {
    private final transient Actor actor;
    private final transient KeptBlocks kept;
    private final SerializableConsumer<Block> use;

    KeptBlocksDialog(Actor actor, KeptBlocks kept, SerializableConsumer<Block> use) {
        this.actor = actor;
        this.kept = kept;
        this.use = use;
        setHeaderTitle(getTranslation("newsletter.kept.title"));
        setWidth("560px");
        getFooter().add(Buttons.plain(getTranslation("newsletter.close"), this::close));
        show();
    }

    private void show() {
        removeAll();
        List<KeptBlocks.Kept> all = kept.all(actor);
        if (all.isEmpty()) {
            add(new Paragraph(getTranslation("newsletter.kept.empty")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-nl-rows");
        list.getElement().setAttribute("role", "list");
        all.forEach(block -> list.add(row(block)));
        add(list);
    }

    private ListItem row(KeptBlocks.Kept row) {
        String kind = getTranslation(Kinds.key(row.block().kind()));
        Span name = new Span(row.name().isBlank() ? kind : row.name());
        name.addClassName("cv-strong");
        Span words =
                new Span(Markdown.text(row.block().body()).lines().findFirst().orElse(kind));
        words.addClassNames("cv-q", "cv-small", "cv-nl-summary");
        Div text = new Div(name, words);
        text.addClassNames("cv-grow", "cv-nl-row-words");
        return new ListItem(
                new IconTile(Kinds.icon(row.block().kind())),
                text,
                Buttons.plain(getTranslation("newsletter.kept.use"), CvIcon.PLUS, () -> {
                    close();
                    use.accept(row.block().copy());
                }),
                Buttons.icon(
                        CvIcon.TRASH,
                        getTranslation("newsletter.kept.forget", row.name().isBlank() ? kind : row.name()),
                        () -> {
                            kept.forget(actor, row.id());
                            show();
                            Toasts.undo(getTranslation("newsletter.kept.forgotten"), () -> {
                                kept.keep(actor, row.block());
                                show();
                            });
                        }));
    }
}
