package org.convive.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HighlightTest {

    @Test
    void accentsAndCaseDoNotMatter() {
        assertThat(new Highlight("Décors Yvelin", "decors")
                        .getElement()
                        .getChild(0)
                        .getText())
                .isEqualTo("Décors");
    }

    @Test
    void withoutATermTheTextIsPlain() {
        assertThat(new Highlight("Décors", " ").getElement().getText()).isEqualTo("Décors");
    }
}
