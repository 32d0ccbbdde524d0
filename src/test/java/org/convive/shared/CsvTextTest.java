package org.convive.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
    @Test
    void whatASpreadsheetWouldCalculateIsMadeAText() {
        assertThat(CsvText.guarded("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvText.guarded("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(CsvText.guarded("  -1")).isEqualTo("  '-1");
        assertThat(CsvText.guarded("\uFF1D1")).isEqualTo("'\uFF1D1");
    }

    @Test
    void aSignAfterWhatMaySplitTheCellIsGuardedToo() {
        assertThat(CsvText.guarded("Hall;=HYPERLINK(1)")).isEqualTo("Hall;'=HYPERLINK(1)");
        assertThat(CsvText.guarded("Hall; +33")).isEqualTo("Hall; '+33");
        assertThat(CsvText.guarded("Hall\t@A1")).isEqualTo("Hall\t'@A1");
        assertThat(CsvText.guarded("Hall\n=A1\r\n-A2")).isEqualTo("Hall\n'=A1\r\n'-A2");
        assertThat(CsvText.guarded("Hall,=A1")).isEqualTo("Hall,'=A1");
        assertThat(CsvText.guarded("Hall\t\t=A1")).isEqualTo("Hall\t'\t'=A1");
    }

    @Test
    void whatIsHarmlessStaysAsItIs() {
        assertThat(CsvText.guarded("L'atelier - a=b; c+d, e@f.g")).isEqualTo("L'atelier - a=b; c+d, e@f.g");
        assertThat(CsvText.guarded("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1", "'=1", "''-1; =2", "'t Huis", "a;'b", "a\t\t=b\n\n'+c", "  @x,-y|=z", "\r\n=", "- ", "'"})
    void whatWasGuardedComesBackAsItWas(String text) {
        assertThat(CsvText.plain(CsvText.guarded(text))).isEqualTo(text);
    }
}
