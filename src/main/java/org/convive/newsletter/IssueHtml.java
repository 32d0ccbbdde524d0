package org.convive.newsletter;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.convive.identity.SignedLinks;
import org.convive.newsletter.content.BlockSource;
import org.convive.shared.Translations;
import org.convive.uikit.Markdown;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * An issue as the HTML of a mail: tables for layout (and said to be so), styles in place because some programs drop the
 * rest, colours for dark screens, no script, no tracking pixel, no rewritten link.
 */
@Component
class IssueHtml {
    private static final String READ = "font-family:Newsreader,Georgia,'Times New Roman',serif;";
    private static final String SANS =
            "font-family:'Instrument Sans',-apple-system,'Segoe UI',Roboto,Arial,sans-serif;";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%(language)" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>%(title)</title>
            <style>
            :root{color-scheme:light dark}
            a{color:#004d51}
            @media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}.t{font-size:28px!important;line-height:32px!important}}
            @media (prefers-color-scheme:dark){
            .bg{background:#06171a!important}.paper{background:#0f2528!important}.ink{color:#e8f3f2!important}
            .ink2{color:#adbfbe!important}.band,.foot{background:#12302f!important}.card{background:#462d11!important}
            .card .ink,.card .ink2{color:#f7cd87!important}a,.link{color:#9fe8db!important}.btn{background:#7cd7cb!important;color:#031a1b!important}
            .paper p,.paper li,.paper blockquote,.paper h3,.paper h4{color:#e8f3f2!important}}
            </style>
            </head>
            <body class="bg" style="margin:0;padding:0;background:#e9f4f2;">
            <div style="display:none;max-height:0;overflow:hidden;">%(lead)</div>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="bg" style="background:#e9f4f2;">
            <tr><td align="center" style="padding:0 0 24px;">
            <table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;">
            <tr><td class="band pad" lang="%(reader)" style="background:#fdf3e2;padding:16px 32px 12px;%(sans)font-size:17px;line-height:22px;font-weight:600;color:#0a2225;"><span class="ink" style="color:#0a2225;">%(cluster)</span></td></tr>
            <tr><td style="line-height:0;font-size:0;background:#8cc7c0;"><img src="%(portal)/convive/newsletter-valley.png" width="600" height="128" alt="" style="display:block;width:100%;height:auto;border:0;"></td></tr>
            <tr><td class="paper pad" style="background:#ffffff;padding:28px 32px 28px;">
            <p class="ink2" lang="%(reader)" style="margin:0 0 6px;%(sans)font-size:14px;line-height:20px;font-weight:600;color:#004d51;">%(above)</p>
            <h1 class="ink t" style="margin:0 0 18px;%(read)font-size:34px;line-height:38px;font-weight:500;letter-spacing:-0.02em;color:#0a2225;">%(title)</h1>
            %(introduction)
            %(blocks)
            </td></tr>
            <tr><td class="foot pad" lang="%(reader)" style="background:#f1f6f5;padding:16px 32px 20px;%(sans)font-size:13px;line-height:19px;color:#3f5658;">
            <p class="ink2" style="margin:0 0 6px;color:#3f5658;"><a class="link" href="%(page)" style="color:#004d51;">%(readText)</a></p>
            <p class="ink2" style="margin:0;color:#3f5658;">%(why)<br><a class="link" href="%(choices)" style="color:#004d51;">%(choicesText)</a> · <a class="link" href="%(unsubscribe)" style="color:#004d51;">%(unsubscribeText)</a></p>
            </td></tr>
            </table>
            </td></tr></table>
            </body>
            </html>
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
        var blocks = new StringBuilder();
        content.blocks().forEach(block -> blocks.append(block(edition, block)));
        String above = edition.number() == 0
                ? texts.text(reader, "newsletter.mail.by-draft", edition.author())
                : texts.text(reader, "newsletter.mail.by", edition.number(), edition.author());
        return fill(
                PAGE,
                Map.ofEntries(
                        Map.entry("language", content.language().getLanguage()),
                        Map.entry("reader", reader.getLanguage()),
                        Map.entry("title", text(content.title())),
                        Map.entry("lead", text(shortened(Markdown.text(content.introduction())))),
                        Map.entry("sans", SANS),
                        Map.entry("read", READ),
                        Map.entry("cluster", text(edition.clusterName())),
                        Map.entry("portal", text(edition.portal())),
                        Map.entry("above", text(above)),
                        Map.entry("introduction", prose(content.introduction(), true)),
                        Map.entry("blocks", blocks.toString()),
                        Map.entry("page", text(edition.page())),
                        Map.entry("readText", text(texts.text(reader, "newsletter.mail.read"))),
                        Map.entry("why", text(texts.text(reader, "newsletter.mail.why", edition.clusterName()))),
                        Map.entry("choices", text(edition.choices())),
                        Map.entry("choicesText", text(texts.text(reader, "newsletter.mail.choices"))),
                        Map.entry("unsubscribe", edition.unsubscribe()),
                        Map.entry("unsubscribeText", text(texts.text(reader, "newsletter.mail.unsubscribe")))));
    }

    /** Only its parts, without the frame: for feeds. */
    String body(Edition edition) {
        var out = new StringBuilder(Markdown.html(edition.content().introduction()));
        for (Block block : edition.content().blocks()) {
            if (!block.title().isBlank()) {
                out.append("<h3>").append(text(block.title())).append("</h3>");
            }
            Long picture = block.picture();
            if (picture != null) {
                out.append("<p><img src=\"")
                        .append(text(pictureUrl(edition, picture)))
                        .append("\" alt=\"")
                        .append(text(block.alt()))
                        .append("\"></p>");
            }
            out.append(Markdown.html(block.body()));
            sources.card(edition.cluster(), block, edition.reader()).ifPresent(card -> {
                out.append("<p><a href=\"")
                        .append(text(edition.portal() + "/" + card.path()))
                        .append("\"><strong>")
                        .append(text(card.title()))
                        .append("</strong></a>");
                card.lines().forEach(line -> out.append("<br>").append(text(line)));
                out.append("</p>");
            });
        }
        return out.toString();
    }

    private String block(Edition edition, Block block) {
        var out = new StringBuilder();
        if (!block.title().isBlank()) {
            out.append("<h2 class=\"ink\" style=\"margin:24px 0 6px;")
                    .append(READ)
                    .append("font-size:23px;line-height:28px;font-weight:600;letter-spacing:-0.01em;color:#0a2225;\">")
                    .append(text(block.title()))
                    .append("</h2>");
        }
        Long picture = block.picture();
        if (block.kind() == Block.Kind.IMAGE && picture != null) {
            out.append("<img src=\"")
                    .append(text(pictureUrl(edition, picture)))
                    .append("\" alt=\"")
                    .append(text(block.alt()))
                    .append("\" width=\"536\" style=\"display:block;width:100%;max-width:536px;height:auto;border:0;"
                            + "border-radius:13px;margin:18px 0 8px;\">");
        }
        out.append(prose(block.body(), false));
        sources.card(edition.cluster(), block, edition.reader()).ifPresent(card -> out.append(card(edition, card)));
        return out.toString();
    }

    private String card(Edition edition, BlockSource.Card card) {
        var lines = new StringBuilder();
        card.lines().forEach(line -> lines.append("<br>").append(text(line)));
        return fill(
                """
                <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" lang="%(reader)" style="margin:14px 0 18px;">
                <tr><td class="card" style="background:#feeed1;border-radius:13px;padding:14px 16px;%(sans)font-size:14px;line-height:20px;color:#804810;">
                <p class="ink2" style="margin:0 0 10px;color:#5c3a12;"><strong class="ink" style="font-size:16px;color:#301904;">%(title)</strong>%(lines)</p>
                <a class="btn" href="%(url)" style="display:inline-block;background:#006567;color:#ffffff;font-weight:600;text-decoration:none;border-radius:11px;padding:11px 16px;">%(open)</a>
                </td></tr></table>
                """,
                Map.of(
                        "reader", edition.reader().getLanguage(),
                        "sans", SANS,
                        "title", text(card.title()),
                        "lines", lines.toString(),
                        "url", text(edition.portal() + "/" + card.path()),
                        "open", text(texts.text(edition.reader(), "newsletter.mail.open"))));
    }

    private String pictureUrl(Edition edition, long picture) {
        return edition.portal() + "/links/pictures/" + links.token(Purposes.PICTURE, Long.toString(picture));
    }

    /** Markdown with its styles in place. */
    private static String prose(String markdown, boolean lead) {
        String style = READ + (lead ? "font-size:19px;line-height:28px;" : "font-size:17px;line-height:26px;");
        return braces(Markdown.html(markdown))
                .replace("<p>", "<p class=\"ink\" style=\"margin:0 0 14px;" + style + "color:#16292d;\">")
                .replace("<ul>", "<ul style=\"margin:0 0 14px;padding-left:22px;\">")
                .replace("<li>", "<li class=\"ink\" style=\"margin:0 0 6px;" + style + "color:#16292d;\">")
                .replace(
                        "<blockquote>",
                        "<blockquote style=\"margin:0 0 14px;padding:2px 0 2px 16px;border-left:4px solid #258483;"
                                + "font-style:italic;\">")
                .replace(
                        "<h3>",
                        "<h3 class=\"ink\" style=\"margin:18px 0 6px;" + READ + "font-size:20px;color:#0a2225;\">")
                .replace("<a ", "<a class=\"link\" style=\"color:#004d51;\" ");
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, 120) + "…";
    }

    private static String text(String text) {
        return braces(HtmlUtils.htmlEscape(text, "UTF-8"));
    }

    /** What the writer typed must not be taken for a place where the mail puts something in. */
    private static String braces(String html) {
        return html.replace("{{", "&#123;&#123;");
    }

    private static String fill(String template, Map<String, String> values) {
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
}
