package org.convive.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "![a](javascript:alert(1))",
                "[a](https://x.example \"onmouseover=alert(1)\")",
                "<a href='javascript:alert(1)'>a</a>",
                "<svg/onload=alert(1)>",
                "`<script>`",
                "<iframe src=\"https://x.example\"></iframe>",
                "[a](vbscript:x)",
                "&lt;script&gt;alert(1)&lt;/script&gt;"
            })
    void nothingTypedBecomesActive(String typed) {
        assertThat(Markdown.html(typed))
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("<img")
                .doesNotContainIgnoringCase("<svg")
                .doesNotContainIgnoringCase("<iframe")
                .doesNotContainIgnoringCase("href=\"javascript")
                .doesNotContainIgnoringCase("href=\"data")
                .doesNotContainIgnoringCase("href=\"vbscript")
                .doesNotContain(" onmouseover=\"");
    }

    @Test
    void linksLeadOutsideWithoutTheirOpener() {
        assertThat(Markdown.html("[us](https://x.example)"))
                .contains("href=\"https://x.example\"")
                .contains("noopener")
                .contains("nofollow");
    }

    @Test
    void headingsStandBelowThoseOfThePage() {
        assertThat(Markdown.html("# Big")).isEqualToIgnoringNewLines("<h3>Big</h3>");
    }

    @Test
    void theTextAloneHasNoMarks() {
        assertThat(Markdown.text("**Bring** [cider](https://x.example)"))
                .startsWith("Bring ")
                .doesNotContain("**");
    }
}
