package org.convive.newsletter;

import java.util.Optional;
import org.convive.newsletter.content.BlockSource;
import org.convive.uikit.Markdown;
import org.springframework.web.util.HtmlUtils;

/** One block as HTML that says what things are and not how they look: for feeds and pages with a style of their own. */
final class PlainBlock {
    private PlainBlock() {}

    static void write(StringBuilder out, Block block, String picture, Optional<BlockSource.Card> card, String portal) {
        switch (block.kind()) {
            case DIVIDER -> out.append("<hr>");
            case QUOTE -> {
                out.append("<blockquote>").append(Markdown.html(block.body()));
                if (!block.title().isBlank()) {
                    out.append("<p>").append(text(block.title())).append("</p>");
                }
                out.append("</blockquote>");
            }
            case BUTTON -> {
                if (Block.isAddress(block.link())) {
                    out.append("<p><a href=\"")
                            .append(text(block.link().strip()))
                            .append("\">")
                            .append(text(block.title()))
                            .append("</a></p>");
                }
            }
            case FIGURES -> {
                heading(out, block);
                out.append("<ul>");
                Figures.of(block.body())
                        .forEach(figure -> out.append("<li><strong>")
                                .append(text(figure.value()))
                                .append("</strong> ")
                                .append(text(figure.label()))
                                .append("</li>"));
                out.append("</ul>");
            }
            case IMAGE -> {
                if (!picture.isEmpty()) {
                    out.append("<figure><img src=\"")
                            .append(text(picture))
                            .append("\" alt=\"")
                            .append(block.decorative() ? "" : text(block.alt()))
                            .append("\">");
                    if (!block.body().isBlank()) {
                        out.append("<figcaption>")
                                .append(Markdown.html(block.body()))
                                .append("</figcaption>");
                    }
                    out.append("</figure>");
                }
            }
            default -> {
                heading(out, block);
                out.append(Markdown.html(block.body())).append(Markdown.html(block.more()));
                card.ifPresent(shown -> card(out, shown, portal));
            }
        }
    }

    private static void heading(StringBuilder out, Block block) {
        if (!block.title().isBlank()) {
            out.append("<h2>").append(text(block.title())).append("</h2>");
        }
    }

    private static void card(StringBuilder out, BlockSource.Card card, String portal) {
        out.append("<p><a href=\"")
                .append(text(portal + "/" + card.path()))
                .append("\"><strong>")
                .append(text(card.title()))
                .append("</strong></a>");
        card.lines().forEach(line -> out.append("<br>").append(text(line)));
        out.append("</p>");
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
