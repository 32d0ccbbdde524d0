package org.convive.newsletter;

import java.util.Locale;
import java.util.Optional;
import org.convive.newsletter.content.BlockSource;
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
        Edition.Frame frame = edition.frame();
        out.append(frame.above()).append("\n\n");
        paragraph(out, edition.content().introduction());
        edition.content().blocks().forEach(block -> block(out, edition, block));
        String signature = edition.look().signature(edition.content().language());
        paragraph(out, signature);
        out.append("-- \n");
        out.append(texts.text(reader, "newsletter.mail.text.link", frame.pageWords(), frame.page()))
                .append('\n');
        out.append(frame.why()).append('\n');
        out.append(texts.text(reader, "newsletter.mail.text.choices", frame.choices()))
                .append('\n');
        out.append(texts.text(reader, "newsletter.mail.text.unsubscribe", frame.unsubscribe()))
                .append('\n');
        return out.toString();
    }

    private void block(StringBuilder out, Edition edition, Block block) {
        switch (block.kind()) {
            case DIVIDER -> out.append("* * *\n\n");
            case BUTTON ->
                out.append(block.title().strip())
                        .append(": ")
                        .append(block.link().strip())
                        .append("\n\n");
            case QUOTE -> {
                out.append("« ").append(Markdown.text(block.body())).append(" »\n");
                out.append(
                        block.title().isBlank() ? "\n" : "   " + block.title().strip() + "\n\n");
            }
            case FIGURES -> {
                heading(out, block);
                Figures.of(block.body())
                        .forEach(figure -> out.append((figure.value() + " " + figure.label()).strip())
                                .append('\n'));
                out.append('\n');
            }
            case IMAGE -> {
                if (!block.decorative() && !block.alt().isBlank()) {
                    out.append('[').append(block.alt().strip()).append("]\n\n");
                }
                paragraph(out, block.body());
            }
            default -> {
                heading(out, block);
                paragraph(out, block.body());
                paragraph(out, block.more());
                Optional<BlockSource.Card> card = sources.card(edition, block);
                card.ifPresent(shown -> card(out, edition, shown));
                if (card.isPresent() || block.kind().source() == null) {
                    answers(out, edition, block);
                }
            }
        }
    }

    private static void card(StringBuilder out, Edition edition, BlockSource.Card card) {
        out.append("> ").append(card.title()).append('\n');
        card.lines().forEach(line -> out.append("> ").append(line).append('\n'));
        out.append("> ")
                .append(edition.portal())
                .append('/')
                .append(card.path())
                .append("\n\n");
    }

    private void answers(StringBuilder out, Edition edition, Block block) {
        var answers = IssueHtml.answers(edition, block);
        answers.forEach(answer -> out.append(texts.text(
                        edition.reader(), "newsletter.answer." + answer.name().toLowerCase(Locale.ROOT)))
                .append(": ")
                .append(edition.answers().url(block, answer).orElseThrow())
                .append('\n'));
        if (!answers.isEmpty()) {
            out.append('\n');
        }
    }

    private static void heading(StringBuilder out, Block block) {
        if (!block.title().isBlank()) {
            out.append("## ").append(block.title().strip()).append("\n\n");
        }
    }

    private static void paragraph(StringBuilder out, String markdown) {
        String text = Markdown.text(markdown);
        if (!text.isBlank()) {
            out.append(text.strip()).append("\n\n");
        }
    }
}
