package org.convive.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.convive.identity.Actor;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class IssueHtmlTest {
    @Autowired
    NewsletterService newsletter;

    @Autowired
    Fixtures fixtures;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "[click](javascript:alert(1))",
                "[click](JaVaScRiPt&#58;alert(1))",
                "[click](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "![x](https://evil.example/pixel.gif)",
                "<a href=\"https://x\" onclick=\"alert(1)\">x</a>",
                "<style>body{display:none}</style>",
                "<iframe src=https://evil.example></iframe>",
                "[a](https://x.example/\"onmouseover=alert(1))",
                "</td></tr></table><form action=https://evil.example>",
                "{{unsubscribe}}",
                "%(page)"
            })
    void whatIsTypedStaysTextWhereverItIsTyped(String evil) {
        Actor camille = fixtures.animatorOfNewCluster();
        long issue = newsletter.begin(camille);
        var draft = new Draft(evil, evil, Locale.ENGLISH, List.of(Block.text(evil, evil), Block.image(1L, evil, evil)));
        String html = newsletter.preview(camille, issue, draft);
        assertThat(html)
                .doesNotContain("<script", "<svg", "<iframe", "<form", "evil.example/pixel.gif\"", "{{")
                .doesNotContainPattern("(?i)href\\s*=\\s*\"?(javascript|data)")
                .doesNotContain("<style>body");
        assertThat(html.replaceAll("\"[^\"]*\"", "")).doesNotContainPattern("<[^>]*\\son[a-z]+\\s*=");
        assertThat(html.split("<img ", -1)).hasSize(3);
    }

    @Test
    void aLongLetterStaysBelowWhatMailProgramsClip() {
        Actor camille = fixtures.animatorOfNewCluster();
        long issue = newsletter.begin(camille);
        List<Block> blocks = IntStream.range(0, 20)
                .mapToObj(i -> Block.text("Heading " + i, "Words of a neighbour. ".repeat(60)))
                .toList();
        String html = newsletter.preview(camille, issue, new Draft("Long", "Intro", Locale.ENGLISH, blocks));
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(102 * 1024);
        assertThat(html).contains("role=\"presentation\"", "prefers-color-scheme:dark", "alt=\"\"");
    }
}
