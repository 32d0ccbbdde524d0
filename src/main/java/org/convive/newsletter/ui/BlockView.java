package org.convive.newsletter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.newsletter.Block;
import org.convive.newsletter.Figures;
import org.convive.newsletter.content.BlockSource;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Face;
import org.convive.uikit.IconTile;
import org.convive.uikit.Links;
import org.convive.uikit.Markdown;
import org.convive.uikit.Portrait;

/** One block of a letter as it is read in the portal. */
final class BlockView {
    private final Actor actor;
    private final Component page;

    /** @param page whose language the words around the writer's have */
    BlockView(Actor actor, Component page) {
        this.actor = actor;
        this.page = page;
    }

    List<Component> of(Block block, int position, Optional<BlockSource.Card> card) {
        List<Component> parts = new ArrayList<>();
        boolean titled = switch (block.kind()) {
            case QUOTE, BUTTON, DIVIDER, IMAGE -> false;
            default -> !block.title().isBlank();
        };
        if (titled) {
            H2 heading = new H2(block.title());
            heading.setId("part-" + position);
            parts.add(heading);
        }
        switch (block.kind()) {
            case HEADING -> {}
            case DIVIDER -> parts.add(new Hr());
            case IMAGE -> figure(block).ifPresent(parts::add);
            case QUOTE -> parts.add(quote(block));
            case COLUMNS -> parts.add(columns(block));
            case FIGURES -> parts.add(figures(block));
            case BUTTON -> button(block, block.title()).ifPresent(parts::add);
            case ACTION -> {
                words(block, parts);
                button(block, page.getTranslation("newsletter.mail.more")).ifPresent(parts::add);
            }
            case TEXT, MEETING, POLL, MEANS, ORGANISATION, PERSON, NEED, OFFER -> words(block, parts);
        }
        card.ifPresent(shown -> parts.add(card(block.kind(), shown)));
        return parts;
    }

    private static void words(Block block, List<Component> parts) {
        if (!block.body().isBlank()) {
            parts.add(new Markdown(block.body()));
        }
    }

    private Optional<Component> figure(Block block) {
        String picture = Pages.picture(actor, block.picture());
        if (picture == null) {
            return Optional.empty();
        }
        Image image = new Image(picture, block.decorative() ? "" : block.alt());
        image.getElement().setAttribute("loading", "lazy");
        HtmlContainer figure = new HtmlContainer("figure");
        figure.add(image);
        if (!block.body().isBlank()) {
            HtmlContainer caption = new HtmlContainer("figcaption");
            caption.add(new Markdown(block.body()));
            figure.add(caption);
        }
        return Optional.of(figure);
    }

    private static Component quote(Block block) {
        HtmlContainer quote = new HtmlContainer("figure");
        quote.addClassName("cv-nl-quote");
        HtmlContainer words = new HtmlContainer("blockquote");
        words.add(new Markdown(block.body()));
        quote.add(words);
        if (!block.title().isBlank()) {
            HtmlContainer who = new HtmlContainer("figcaption");
            who.setText(block.title());
            quote.add(who);
        }
        return quote;
    }

    private static Component columns(Block block) {
        Div columns = new Div(new Markdown(block.body()), new Markdown(block.more()));
        columns.addClassName("cv-nl-pair");
        return columns;
    }

    private static Component figures(Block block) {
        HtmlContainer list = new HtmlContainer("dl");
        list.addClassName("cv-nl-figures");
        for (Figures.Figure figure : Figures.of(block.body())) {
            HtmlContainer value = new HtmlContainer("dd");
            value.setText(figure.value());
            HtmlContainer label = new HtmlContainer("dt");
            label.setText(figure.label());
            HtmlContainer both = new HtmlContainer("div");
            both.add(label, value);
            list.add(both);
        }
        return list;
    }

    private static Optional<Component> button(Block block, String label) {
        if (block.link().isBlank() || label.isBlank() || !block.link().matches("(?i)(https?|mailto):[^\\s\"'<>]+")) {
            return Optional.empty();
        }
        Anchor link = Links.button(block.link().strip(), label, CvIcon.EXTERNAL_LINK);
        link.getElement().setAttribute("rel", "noopener nofollow").setAttribute("router-ignore", true);
        return Optional.of(new Paragraph(link));
    }

    private Div card(Block.Kind kind, BlockSource.Card card) {
        Anchor title = Links.to(card.path(), card.title());
        Div words = new Div(title);
        words.addClassNames("cv-grow", "cv-nl-row-words");
        card.lines().forEach(line -> {
            Span detail = new Span(line);
            detail.addClassNames("cv-q", "cv-small");
            words.add(detail);
        });
        Component tile = kind == Block.Kind.PERSON
                ? new Face(new Portrait(card.title(), null, Pages.picture(actor, card.picture())), Face.Size.L)
                        .decorative()
                : new IconTile(Kinds.icon(kind));
        Div live = new Div(
                tile,
                words,
                Links.button(card.path(), words.getTranslation("newsletter.card.open"), CvIcon.ARROW_RIGHT));
        live.addClassName("cv-nl-card");
        return live;
    }
}
