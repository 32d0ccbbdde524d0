package org.convive.newsletter;

import java.util.List;
import java.util.Optional;
import org.convive.newsletter.content.BlockSource;

/** The blocks of one edition as MJML; blocks of words share one section, which keeps the mail light. */
final class BlockMjml {
    private static final String PAPER = "<mj-section css-class=\"paper\" background-color=\"#ffffff\"";

    private final Edition edition;
    private final IssueHtml html;
    private final StringBuilder out = new StringBuilder();
    private boolean open;

    BlockMjml(Edition edition, IssueHtml html) {
        this.edition = edition;
        this.html = html;
    }

    String finish() {
        close();
        return out.toString();
    }

    void add(Block block, Optional<BlockSource.Card> card) {
        switch (block.kind()) {
            case HEADING -> heading(block);
            case TEXT -> {
                heading(block);
                prose(block, block.body());
                answers(block);
            }
            case IMAGE -> image(block);
            case COLUMNS -> columns(block);
            case QUOTE -> quote(block);
            case BUTTON -> {
                // A draft may be sent as a test before its address is a good one.
                if (Block.isAddress(block.link())) {
                    button(block, block.link(), IssueHtml.text(block.title()), true);
                }
            }
            case FIGURES -> figures(block);
            case DIVIDER -> {
                words();
                out.append("<mj-divider border-width=\"1px\" border-color=\"#c9d9d7\" padding=\"14px 32px\" />");
            }
            case ACTION -> action(block);
            case MEETING, POLL, MEANS, ORGANISATION, PERSON, NEED, OFFER -> {
                heading(block);
                prose(block, block.body());
                card.ifPresent(shown -> card(block, shown));
            }
        }
    }

    private void heading(Block block) {
        if (!block.title().isBlank()) {
            words();
            out.append("<mj-text")
                    .append(mark(block))
                    .append(" padding=\"20px 32px 4px\"><h2 style=\"margin:0;")
                    .append("font-size:23px;line-height:28px;font-weight:600;letter-spacing:-0.01em;color:#0a2225\">")
                    .append(IssueHtml.text(block.title()))
                    .append("</h2></mj-text>");
        }
    }

    private void prose(Block block, String markdown) {
        if (!markdown.isBlank()) {
            words();
            out.append("<mj-text")
                    .append(mark(block))
                    .append('>')
                    .append(IssueHtml.prose(markdown))
                    .append("</mj-text>");
        }
    }

    private void image(Block block) {
        Long picture = block.picture();
        if (picture != null) {
            words();
            out.append("<mj-image")
                    .append(mark(block))
                    .append(" src=\"")
                    .append(IssueHtml.text(html.pictureUrl(edition, picture)))
                    .append("\" alt=\"")
                    .append(block.decorative() ? "" : IssueHtml.text(block.alt()))
                    .append("\" width=\"536px\" border-radius=\"13px\" />");
        }
        if (!block.body().isBlank()) {
            words();
            out.append("<mj-text css-class=\"quiet\" font-size=\"14px\" line-height=\"20px\" color=\"#3f5658\">")
                    .append(IssueHtml.prose(block.body()))
                    .append("</mj-text>");
        }
    }

    private void columns(Block block) {
        heading(block);
        close();
        out.append(PAPER).append(" padding=\"0 16px\">");
        for (String column : List.of(block.body(), block.more())) {
            out.append("<mj-column><mj-text")
                    .append(mark(block))
                    .append(" padding=\"0 16px\">")
                    .append(IssueHtml.prose(column))
                    .append("</mj-text></mj-column>");
        }
        out.append("</mj-section>");
    }

    private void quote(Block block) {
        words();
        out.append("<mj-text")
                .append(mark(block))
                .append(" font-size=\"21px\" line-height=\"29px\"><blockquote>")
                .append(IssueHtml.prose(block.body()))
                .append("</blockquote>");
        if (!block.title().isBlank()) {
            out.append("<p style=\"margin:0 0 14px;padding-left:20px;font-size:14px;line-height:20px;font-family:")
                    .append(IssueHtml.SANS)
                    .append("\">")
                    .append(IssueHtml.text(block.title()))
                    .append("</p>");
        }
        out.append("</mj-text>");
    }

    private void figures(Block block) {
        heading(block);
        close();
        List<Figures.Figure> all = Figures.of(block.body());
        // Three beside each other, so that each keeps its words on a phone that does not stack.
        for (int from = 0; from < all.size(); from += 3) {
            out.append(PAPER).append(" padding=\"4px 16px 8px\">");
            for (Figures.Figure figure : all.subList(from, Math.min(from + 3, all.size()))) {
                out.append("<mj-column><mj-text")
                        .append(mark(block))
                        .append(" padding=\"0 16px\"><p style=\"margin:0;")
                        .append("font-size:34px;line-height:38px;font-weight:600;color:")
                        .append(edition.look().accent().light())
                        .append("\">")
                        .append(IssueHtml.text(figure.value()))
                        .append("</p><p style=\"margin:0 0 8px;font-size:14px;line-height:20px;font-family:")
                        .append(IssueHtml.SANS)
                        .append("\">")
                        .append(IssueHtml.text(figure.label()))
                        .append("</p></mj-text></mj-column>");
            }
            out.append("</mj-section>");
        }
    }

    private void action(Block block) {
        heading(block);
        prose(block, block.body());
        answers(block);
        if (Block.isAddress(block.link())) {
            button(block, block.link(), html.word(edition, "newsletter.mail.more"), false);
        }
    }

    private void card(Block block, BlockSource.Card card) {
        close();
        out.append(PAPER)
                .append(" padding=\"6px 32px 16px\"><mj-column css-class=\"card\" background-color=\"#feeed1\"")
                .append(" border-radius=\"13px\" padding=\"14px 0 12px\">");
        Long picture = card.picture();
        if (picture != null) {
            out.append("<mj-image src=\"")
                    .append(IssueHtml.text(html.pictureUrl(edition, picture)))
                    .append("\" alt=\"")
                    .append(IssueHtml.text(card.title()))
                    .append("\" width=\"96px\" align=\"left\" border-radius=\"48px\" padding=\"2px 16px 10px\" />");
        }
        out.append("<mj-text")
                .append(mark(block))
                .append(" font-family=\"")
                .append(IssueHtml.SANS)
                .append("\" font-size=\"14px\" line-height=\"20px\" color=\"#5c3a12\" padding=\"0 16px\"><div lang=\"")
                .append(edition.reader().getLanguage())
                .append("\"><p style=\"margin:0 0 8px\"><strong style=\"font-size:16px\">")
                .append(IssueHtml.text(card.title()))
                .append("</strong>");
        card.lines().forEach(line -> out.append("<br>").append(IssueHtml.text(line)));
        out.append("</p></div></mj-text>");
        open = true;
        List<Block.Answer> answers = answers(block);
        button(
                block,
                edition.portal() + "/" + card.path(),
                html.word(edition, "newsletter.mail.open"),
                answers.isEmpty());
        close();
    }

    private List<Block.Answer> answers(Block block) {
        List<Block.Answer> answers = IssueHtml.answers(edition, block);
        answers.forEach(answer -> button(
                block,
                edition.answers().url(block, answer).orElseThrow(),
                html.word(edition, "newsletter.answer." + answer.name().toLowerCase(java.util.Locale.ROOT)),
                answer == answers.getFirst()));
        return answers;
    }

    /** The first deed is filled, the others are drawn as a line: one thing waits, the rest is calm. */
    private void button(Block block, String url, String label, boolean first) {
        if (url.isBlank() || label.isBlank()) {
            return;
        }
        String colour = edition.look().accent().light();
        boolean placeholder = url.startsWith("{{");
        words();
        out.append("<mj-button css-class=\"")
                .append(first ? "btn" : "out")
                .append(edition.marked().equals(block.id()) && block.kind() == Block.Kind.BUTTON ? " marked" : "")
                .append("\" align=\"left\" href=\"")
                .append(placeholder ? url : IssueHtml.text(url.strip()))
                .append("\" font-family=\"")
                .append(IssueHtml.SANS)
                .append("\" font-size=\"15px\" font-weight=\"600\" border-radius=\"11px\" inner-padding=\"12px 18px\"")
                .append(" padding=\"4px ")
                .append(block.kind().source() == null ? "32px" : "16px")
                .append("\"");
        if (first) {
            out.append(" background-color=\"").append(colour).append("\" color=\"#ffffff\"");
        } else {
            out.append(" background-color=\"#ffffff\" border=\"1px solid ")
                    .append(colour)
                    .append("\" color=\"")
                    .append(colour)
                    .append('"');
        }
        out.append('>').append(label).append("</mj-button>");
    }

    private String mark(Block block) {
        return edition.marked().equals(block.id()) ? " css-class=\"marked\"" : "";
    }

    private void words() {
        if (!open) {
            out.append(PAPER).append("><mj-column>");
            open = true;
        }
    }

    private void close() {
        if (open) {
            out.append("</mj-column></mj-section>");
            open = false;
        }
    }
}
