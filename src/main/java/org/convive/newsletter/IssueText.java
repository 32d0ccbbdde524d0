package org.convive.newsletter;

import java.util.Locale;
import org.convive.shared.Translations;
import org.convive.uikit.Markdown;
import org.springframework.stereotype.Component;

/** An issue as plain text, for those who read mail so. */
@Component
class IssueText {
    private final Sources sources;
    private final Translations texts;

    IssueText(Sources sources, Translations texts) {
        this.sources = sources;
        this.texts = texts;
    }

    String render(Edition edition) {
        Locale reader = edition.reader();
        var out = new StringBuilder(
                edition.content().title().toUpperCase(edition.content().language()) + "\n");
        out.append(texts.text(reader, "newsletter.mail.from", edition.author(), edition.clusterName()))
                .append("\n\n");
        paragraph(out, Markdown.text(edition.content().introduction()));
        for (Block block : edition.content().blocks()) {
            paragraph(out, block.title().isBlank() ? "" : "* " + block.title());
            if (block.kind() == Block.Kind.IMAGE) {
                paragraph(out, "[" + block.alt() + "]");
            }
            paragraph(out, Markdown.text(block.body()));
            sources.card(edition.cluster(), block, reader).ifPresent(card -> {
                out.append("> ").append(card.title()).append('\n');
                card.lines().forEach(line -> out.append("> ").append(line).append('\n'));
                out.append("> ")
                        .append(edition.portal())
                        .append('/')
                        .append(card.path())
                        .append("\n\n");
            });
        }
        out.append("-- \n");
        out.append(texts.text(reader, "newsletter.mail.text.read", edition.page()))
                .append('\n');
        out.append(texts.text(reader, "newsletter.mail.why", edition.clusterName()))
                .append('\n');
        out.append(texts.text(reader, "newsletter.mail.text.unsubscribe", edition.unsubscribe()))
                .append('\n');
        return out.toString();
    }

    private static void paragraph(StringBuilder out, String text) {
        if (!text.isBlank()) {
            out.append(text.strip()).append("\n\n");
        }
    }
}
