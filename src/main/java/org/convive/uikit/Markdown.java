package org.convive.uikit;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Text typed by people as safe HTML: raw HTML is shown as text, and what remains is sanitised once more. */
public class Markdown extends Div {
    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(20).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br />\n")
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Link) {
                    attributes.put("rel", "noopener nofollow");
                }
            })
            .build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "em",
                    "strong",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "a")
            .allowElements((name, attributes) -> lowered(name), "h1", "h2", "h3", "h4")
            .allowUrlProtocols("https", "http", "mailto", "tel")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("start")
            .matching(java.util.regex.Pattern.compile("\\d{1,6}"))
            .onElements("ol")
            .requireRelsOnLinks("noopener", "nofollow")
            .toFactory();

    public Markdown(String source) {
        addClassName("cv-markdown");
        setSource(source);
    }

    public final void setSource(String source) {
        getElement().setProperty("innerHTML", html(source));
    }

    /** Safe HTML, without pictures: these are blocks of their own. */
    public static String html(String source) {
        return POLICY.sanitize(HTML.render(PARSER.parse(source)));
    }

    /** The text alone, for previews, mails and search. */
    public static String text(String source) {
        return TEXT.render(PARSER.parse(source)).strip();
    }

    /** Headings typed by people stand below the headings of the page. */
    /** Plain text as Markdown that shows it as it stands. */
    public static String escaped(String plain) {
        return plain.replaceAll("([\\\\`*_{}\\[\\]()#+.!<>|~&-])", "\\\\$1");
    }

    private static String lowered(String name) {
        return List.of("h1", "h2").contains(name) ? "h3" : "h4";
    }
}
