package org.convive.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.convive.identity.Actor;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The mail of a letter with every kind of block: valid, understood by screen readers, readable in light and dark. */
@PortalTest
class MailHtmlTest {
    private static final Set<String> FORBIDDEN = Set.of(
            "script",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "button",
            "textarea",
            "base",
            "link",
            "video",
            "audio",
            "source",
            "template",
            "noscript",
            "marquee",
            "details",
            "frame",
            "frameset",
            "applet");

    @Autowired
    NewsletterService newsletter;

    @Autowired
    Looks looks;

    @Autowired
    Fixtures fixtures;

    private Actor camille;
    private long issue;
    private Draft draft;

    @BeforeEach
    void aLetterWithEverything() {
        camille = fixtures.animatorOfNewCluster();
        Actor helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        issue = newsletter.begin(camille);
        List<Block> blocks = new ArrayList<>();
        for (Block.Kind kind : Block.Kind.values()) {
            Block block = Block.empty(kind)
                    .with(new Block.Words("Title & more", "Words *here*\n\n- one\n- two", "The other side", "A river"))
                    .link("https://example.org/a?b=1&c=2");
            blocks.add(
                    switch (kind) {
                        case IMAGE -> block.picture(1L);
                        case FIGURES -> block.with(new Block.Words("Figures", "412 hours\n31 houses", "", ""));
                        case ORGANISATION ->
                            block.thing(helene.requireOrganisation().value());
                        case PERSON -> block.thing(helene.person().value());
                        default -> block;
                    });
        }
        draft = new Draft("The river", "It is **low**.", Locale.ENGLISH, blocks, new Draft.Opening("La rivière", ""));
    }

    @Test
    void theParserOfTheValidatorFindsNothingWrong() throws Exception {
        assertThat(problems(html(Locale.ENGLISH))).isEmpty();
        assertThat(problems(html(Locale.FRENCH))).isEmpty();
    }

    @Test
    void tablesAreLayoutPicturesAreDescribedAndTheLanguageIsSaid() throws Exception {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Document page = parse(html(language), new ArrayList<>());
            assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language.getLanguage());
            assertThat(elements(page, "table"))
                    .isNotEmpty()
                    .allSatisfy(table -> assertThat(table.getAttribute("role")).isEqualTo("presentation"));
            assertThat(elements(page, "img"))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(image -> assertThat(image.hasAttribute("alt")).isTrue())
                    .allSatisfy(image -> assertThat(image.getAttribute("src")).startsWith("http://localhost:8080/"));
            assertThat(elements(page, "h1")).hasSize(1);
            assertThat(elements(page, "title")).hasSize(1);
            assertThat(elements(page, "script")).isEmpty();
            assertThat(elements(page, "link")).isEmpty();
            assertThat(elements(page, "a"))
                    .allSatisfy(
                            link -> assertThat(link.getTextContent().strip()).isNotEmpty());
        }
    }

    @Test
    void everyBlockOfTheLetterIsInBothParts() {
        assertThat(html(Locale.ENGLISH))
                .contains("Title &amp; more", "The other side", "412", "hours", "Verrerie Saulnaye", "I can help")
                .contains("https://example.org/a?b=1&amp;c=2");
        assertThat(newsletter.previewText(camille, issue, draft, Locale.ENGLISH))
                .contains("Title & more", "The other side", "412 hours", "Verrerie Saulnaye", "[A river]", "* * *")
                .contains("https://example.org/a?b=1&c=2");
    }

    /** Known ways to smuggle a script, each typed into every field of every block, in both languages. */
    @Test
    void nothingThatIsTypedEverRuns() throws Exception {
        List<String> corpus = Files.readAllLines(Path.of("src/test/resources/xss-corpus.txt"));
        assertThat(corpus).hasSizeGreaterThan(70);
        for (String evil : corpus) {
            Block.Words words = new Block.Words(evil, evil + "\n\n" + evil, evil, evil);
            List<Block> blocks = draft.blocks().stream()
                    .map(block -> block.with(words).translated(words).link(evil))
                    .toList();
            var typed = new Draft(evil, evil, Locale.ENGLISH, blocks, new Draft.Opening(evil, evil));
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                String html = newsletter.preview(camille, issue, typed, language, "");
                assertThat(html).as(evil).doesNotContain("{{");
                assertHarmless(parse(html, new ArrayList<>()), evil);
            }
            var plain = new StringBuilder("<!DOCTYPE html><title>x</title>");
            blocks.forEach(
                    block -> PlainBlock.write(plain, block, "https://p.example/1", Optional.empty(), "https://p"));
            assertHarmless(parse(plain.toString(), new ArrayList<>()), evil);
        }
    }

    private static void assertHarmless(Document page, String evil) {
        for (Element element : elements(page, "*")) {
            String name = element.getTagName();
            assertThat(FORBIDDEN).as(evil).doesNotContain(name);
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Node attribute = element.getAttributes().item(i);
                String key = attribute.getNodeName().toLowerCase(Locale.ROOT);
                String value = attribute.getNodeValue().strip().toLowerCase(Locale.ROOT);
                assertThat(key).as("%s in %s of %s", key, name, evil).doesNotStartWith("on");
                if (Set.of("href", "src", "action", "formaction", "xlink:href").contains(key)) {
                    assertThat(value).as(evil).matches("(?s)((https?:|mailto:|tel:|#).*)?");
                    assertThat(value).as(evil).doesNotContain("evil.example/pixel");
                }
                if (key.equals("style")) {
                    assertThat(value).as(evil).doesNotContain("url(", "expression", "javascript", "@import");
                }
            }
            if (name.equals("meta")) {
                assertThat(element.getAttribute("http-equiv")).as(evil).isNotEqualToIgnoringCase("refresh");
            }
            if (name.equals("style")) {
                assertThat(element.getTextContent()).as(evil).doesNotContain("@import", "evil.example");
            }
        }
        // The portal's own two pictures and those the writer uploaded; nothing that was typed.
        assertThat(elements(page, "img"))
                .as(evil)
                .allSatisfy(image -> assertThat(image.getAttribute("src"))
                        .matches("(http://localhost:8080/|https://p\\.example/).*"));
    }

    @ParameterizedTest
    @EnumSource(Look.Accent.class)
    void wordsAreReadableInEveryColourOnLightAndOnDarkPaper(Look.Accent accent) throws Exception {
        looks.change(
                camille,
                new Look(
                        accent,
                        null,
                        "Your **team**",
                        "",
                        false,
                        false,
                        looks.of(camille.cluster()).version()));
        Document page = parse(html(Locale.ENGLISH), new ArrayList<>());
        Map<Element, double[]> inks = new HashMap<>();
        for (Element element : elements(page, "*")) {
            Style style = Style.of(element);
            boolean says = Arrays.stream(children(element))
                    .anyMatch(node -> node.getNodeType() == Node.TEXT_NODE
                            && !node.getTextContent().isBlank());
            if (says && style.ink() != null && style.ground() != null && !style.hidden()) {
                inks.put(element, new double[] {contrast(style.ink(), style.ground())});
            }
        }
        assertThat(inks).hasSizeGreaterThan(20);
        inks.forEach((element, ratio) ->
                assertThat(ratio[0]).as(element.getTextContent()).isGreaterThanOrEqualTo(4.5));
        for (String paper : List.of("#0f2528", "#12302f")) {
            assertThat(contrast(accent.dark(), paper)).as("links on %s", paper).isGreaterThanOrEqualTo(4.5);
        }
        assertThat(contrast("#031a1b", accent.dark())).as("button in the dark").isGreaterThanOrEqualTo(4.5);
        assertThat(contrast("#f7cd87", "#462d11")).as("card in the dark").isGreaterThanOrEqualTo(4.5);
        assertThat(contrast("#e8f3f2", "#0f2528")).as("words in the dark").isGreaterThanOrEqualTo(4.5);
    }

    private String html(Locale language) {
        return newsletter.preview(camille, issue, draft, language, "");
    }

    private static List<String> problems(String html) throws Exception {
        List<String> problems = new ArrayList<>();
        parse(html, problems);
        return problems;
    }

    private static Document parse(String html, List<String> problems) throws Exception {
        var builder = new HtmlDocumentBuilder(XmlViolationPolicy.ALTER_INFOSET);
        builder.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {}

            @Override
            public void error(SAXParseException e) {
                problems.add(e.getLineNumber() + ": " + e.getMessage());
            }

            @Override
            public void fatalError(SAXParseException e) {
                problems.add(e.getLineNumber() + ": " + e.getMessage());
            }
        });
        return builder.parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> elements(Document page, String name) {
        var found = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Node[] children(Element element) {
        Node[] nodes = new Node[element.getChildNodes().getLength()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = element.getChildNodes().item(i);
        }
        return nodes;
    }

    /** Colours as they are inherited from the styles in place. */
    private record Style(String ink, String ground, boolean hidden) {
        static Style of(Element element) {
            String ink = null;
            String ground = null;
            boolean hidden = Set.of("title", "style", "head").contains(element.getTagName());
            for (Node node = element; node instanceof Element at; node = node.getParentNode()) {
                Map<String, String> css = new HashMap<>();
                for (String rule : at.getAttribute("style").split(";", -1)) {
                    String[] parts = rule.split(":", 2);
                    if (parts.length == 2) {
                        css.put(parts[0].strip(), parts[1].strip());
                    }
                }
                hidden |= "none".equals(css.get("display"));
                ink = ink != null ? ink : hex(css.get("color"));
                if (ink == null && at.getTagName().equals("a")) {
                    ink = "#004d51";
                }
                ground = ground != null
                        ? ground
                        : hex(css.getOrDefault("background-color", css.getOrDefault("background", "")));
            }
            return new Style(ink, ground, hidden);
        }

        private static String hex(String value) {
            return value != null && value.matches("#[0-9a-fA-F]{6}") ? value : null;
        }
    }

    /** WCAG 2.2, relative luminance and contrast ratio. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
