package org.convive.newsletter;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.convive.identity.SignedLinks;
import org.convive.shared.Translations;
import org.convive.uikit.Markdown;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * An issue as the HTML of a mail: MJML made into tables for layout (and said to be so) that old and new mail programs
 * draw alike, colours for dark screens, no script, no tracking pixel, no rewritten link.
 */
@Component
class IssueHtml {
    static final String READ = "Newsreader,Georgia,'Times New Roman',serif";
    static final String SANS = "'Instrument Sans',-apple-system,'Segoe UI',Arial,sans-serif";

    private static final String STYLE = """
            :root{color-scheme:light dark;supported-color-schemes:light dark}
            a{color:%(light)}
            p{margin:0 0 14px}
            ul,ol{margin:0 0 14px;padding-left:22px} li{margin:0 0 6px}
            h3,h4{margin:18px 0 6px;font-size:20px;line-height:26px}
            blockquote{margin:0 0 14px;padding:2px 0 2px 16px;border-left:4px solid %(light);font-style:italic}
            @media (max-width:480px){.t h1{font-size:28px!important;line-height:32px!important}}
            .marked{outline:3px solid %(light);outline-offset:-2px;border-radius:8px}
            @media (prefers-color-scheme:dark){
            body,body>div,.bg{background:#06171a!important}
            .paper,.paper>table{background:#0f2528!important}
            .band,.band>table,.foot,.foot>table{background:#12302f!important}
            .paper div,.paper p,.paper li,.paper h1,.paper h2,.paper h3,.paper h4,.band div{color:#e8f3f2!important}
            .foot div,.foot p,.quiet div{color:#adbfbe!important}
            .card>table>tbody>tr>td{background:#462d11!important}
            .card div,.card p{color:#f7cd87!important}
            a{color:%(dark)!important}
            .btn td,.btn a{background:%(dark)!important;color:#031a1b!important}
            .out td,.out a{background:transparent!important;color:%(dark)!important;border-color:%(dark)!important}
            .marked{outline-color:%(dark)}
            }
            """;

    private static final String PAGE = """
            <mjml lang="%(language)" dir="ltr"><mj-head>
            <mj-title>%(title)</mj-title><mj-preview>%(lead)</mj-preview>
            <mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>
            <mj-attributes><mj-all font-family="%(read)" /><mj-text padding="0 32px" font-size="17px" line-height="26px" color="#16292d" />
            <mj-section padding="0" /><mj-image padding="8px 32px" /></mj-attributes>
            <mj-style>%(style)</mj-style></mj-head>
            <mj-body width="600px" background-color="#e9f4f2" css-class="bg">
            <mj-section css-class="band" background-color="#fdf3e2"><mj-column>%(brand)</mj-column></mj-section>
            <mj-section background-color="#8cc7c0"><mj-column><mj-image src="%(portal)/convive/newsletter-valley.png" alt="" width="600px" padding="0" fluid-on-mobile="true" /></mj-column></mj-section>
            <mj-section css-class="paper" background-color="#ffffff" padding="28px 0 4px"><mj-column>
            <mj-text font-family="%(sans)" font-size="14px" line-height="20px" font-weight="600" color="%(light)"><div lang="%(reader)">%(above)</div></mj-text>
            <mj-text css-class="t"><h1 style="margin:4px 0 18px;font-size:34px;line-height:38px;font-weight:500;letter-spacing:-0.02em;color:#0a2225">%(title)</h1></mj-text>
            %(introduction)</mj-column></mj-section>
            %(blocks)
            %(signature)
            <mj-section css-class="foot" background-color="#f1f6f5" padding="16px 0 20px"><mj-column>
            <mj-text font-family="%(sans)" font-size="13px" line-height="19px" color="#3f5658"><div lang="%(reader)">
            <p style="margin:0 0 6px"><a href="%(page)" style="color:%(light)">%(readText)</a></p>
            <p style="margin:0">%(why)<br><a href="%(choices)" style="color:%(light)">%(choicesText)</a> · <a href="%(unsubscribe)" style="color:%(light)">%(unsubscribeText)</a></p>
            </div></mj-text></mj-column></mj-section>
            </mj-body></mjml>
            """;

    private final Sources sources;
    private final SignedLinks links;
    private final Translations texts;

    IssueHtml(Sources sources, SignedLinks links, Translations texts) {
        this.sources = sources;
        this.links = links;
        this.texts = texts;
    }

    String render(Edition edition) {
        Draft content = edition.content();
        Locale reader = edition.reader();
        var blocks = new BlockMjml(edition, this);
        content.blocks().forEach(block -> blocks.add(block, sources.card(edition, block)));
        Edition.Frame frame = edition.frame();
        String introduction = content.introduction().isBlank()
                ? ""
                : "<mj-text font-size=\"19px\" line-height=\"28px\""
                        + (edition.marked().equals("opening") ? " css-class=\"marked\"" : "") + ">"
                        + prose(content.introduction()) + "</mj-text>";
        Map<String, String> colours = Map.of(
                "light", edition.look().accent().light(),
                "dark", edition.look().accent().dark());
        String mjml = fill(
                PAGE,
                Map.ofEntries(
                        Map.entry("language", content.language().getLanguage()),
                        Map.entry("reader", reader.getLanguage()),
                        Map.entry("title", text(content.title())),
                        Map.entry("lead", text(shortened(Markdown.text(content.introduction())))),
                        Map.entry("read", READ),
                        Map.entry("sans", SANS),
                        Map.entry("style", fill(STYLE, colours)),
                        Map.entry("light", edition.look().accent().light()),
                        Map.entry("brand", brand(edition)),
                        Map.entry("portal", text(edition.portal())),
                        Map.entry("above", text(frame.above())),
                        Map.entry("introduction", introduction),
                        Map.entry("blocks", blocks.finish()),
                        Map.entry("signature", signature(edition)),
                        Map.entry("page", place(frame.page())),
                        Map.entry("readText", text(frame.pageWords())),
                        Map.entry("why", place(frame.why())),
                        Map.entry("choices", frame.choices()),
                        Map.entry("choicesText", text(texts.text(reader, "newsletter.mail.choices"))),
                        Map.entry("unsubscribe", frame.unsubscribe()),
                        Map.entry("unsubscribeText", text(texts.text(reader, "newsletter.mail.unsubscribe")))));
        return compact(Mjml4j.render(mjml));
    }

    /** Only its parts, without the frame and without styles: for feeds and for the public archive. */
    String body(Edition edition) {
        var out = new StringBuilder(Markdown.html(edition.content().introduction()));
        for (Block block : edition.content().blocks()) {
            PlainBlock.write(
                    out,
                    block,
                    block.picture() == null ? "" : pictureUrl(edition, block.picture()),
                    sources.card(edition, block),
                    edition.portal());
        }
        return out.toString();
    }

    private String brand(Edition edition) {
        Long logo = edition.look().logo();
        if (logo != null) {
            return "<mj-image src=\"" + text(pictureUrl(edition, logo)) + "\" alt=\"" + text(edition.clusterName())
                    + "\" width=\"160px\" align=\"left\" padding=\"14px 32px\" />";
        }
        return "<mj-text font-family=\"" + SANS + "\" font-size=\"17px\" line-height=\"22px\" font-weight=\"600\""
                + " color=\"#0a2225\" padding=\"16px 32px 12px\"><div lang=\""
                + edition.reader().getLanguage() + "\">"
                + text(edition.clusterName()) + "</div></mj-text>";
    }

    private static String signature(Edition edition) {
        String words = edition.look().signature(edition.content().language());
        return "<mj-section css-class=\"paper\" background-color=\"#ffffff\" padding=\"6px 0 22px\"><mj-column>"
                + (words.isBlank() ? "" : "<mj-text>" + prose(words) + "</mj-text>")
                + "</mj-column></mj-section>";
    }

    String word(Edition edition, String key, Object... args) {
        return text(texts.text(edition.reader(), key, args));
    }

    String pictureUrl(Edition edition, long picture) {
        return edition.portal() + "/links/pictures/" + links.token(Purposes.PICTURE, Long.toString(picture));
    }

    /** Markdown as HTML that stands within a paragraph of the mail. */
    static String prose(String markdown) {
        return braces(Markdown.html(markdown));
    }

    /** Text, or a place that the mail fills for each reader. */
    private static String place(String text) {
        return text.matches("\\{\\{[a-z]+}}") ? text : text(text);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, line.offsetByCodePoints(0, 110)) + "…";
    }

    static String text(String text) {
        return braces(HtmlUtils.htmlEscape(text, "UTF-8"));
    }

    /** What the writer typed must not be taken for a place where the mail puts something in. */
    private static String braces(String html) {
        return html.replace("{{", "&#123;&#8203;&#123;");
    }

    /** Indentation is a fifth of what MJML writes, and mail services cut at 102 kB. */
    private static String compact(String html) {
        return html.replaceAll("(?m)^[ \\t]+", "").replaceAll("\\n{2,}", "\n");
    }

    static String fill(String template, Map<String, String> values) {
        var out = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf("%("); open >= 0; open = template.indexOf("%(", at)) {
            int close = template.indexOf(')', open);
            out.append(template, at, open)
                    .append(Optional.ofNullable(values.get(template.substring(open + 2, close)))
                            .orElseThrow());
            at = close + 1;
        }
        return out.append(template.substring(at)).toString();
    }

    /** The answers of a block that have an address, in the order in which they are offered. */
    static List<Block.Answer> answers(Edition edition, Block block) {
        return block.answers().stream()
                .sorted()
                .filter(answer -> edition.answers().url(block, answer).isPresent())
                .toList();
    }
}
