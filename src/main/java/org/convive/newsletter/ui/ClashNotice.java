package org.convive.newsletter.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.convive.newsletter.writing.Merge;
import org.convive.uikit.Buttons;
import org.convive.uikit.Notice;

/** Two people changed the same words: shows what the other one wrote, and lets the writer choose. Nothing is lost. */
class ClashNotice extends Div {
    ClashNotice(Draft draft, Merge.Clash clash, Runnable takeTheirs) {
        String where = draft.blocks().stream()
                .filter(block -> block.id().equals(clash.block()))
                .findFirst()
                .map(this::name)
                .orElseGet(() -> getTranslation("newsletter.opening"));
        Paragraph theirs = new Paragraph(clash.theirs().isBlank() ? "…" : clash.theirs());
        theirs.addClassName("cv-nl-original");
        Div deeds = new Div(
                Buttons.plain(getTranslation("newsletter.clash.theirs"), () -> {
                    removeFromParent();
                    takeTheirs.run();
                }),
                Buttons.quiet(getTranslation("newsletter.clash.mine"), this::removeFromParent));
        deeds.addClassName("cv-row");
        Notice notice = Notice.hot(new Span(getTranslation("newsletter.clash", where)), theirs, deeds);
        notice.getElement().setAttribute("role", "status");
        add(notice);
    }

    private String name(Block block) {
        return block.title().isBlank() ? getTranslation(Kinds.key(block.kind())) : block.title();
    }
}
