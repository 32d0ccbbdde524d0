package org.convive.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeopleTest {

    @Test
    void fourFacesFitAndFiveAreCounted() {
        assertThat(new Faces(people(4)).getChildren()).hasSize(4);
        Faces five = new Faces(people(5));
        assertThat(five.getChildren()).hasSize(4);
        assertThat(five.getChildren().toList().getLast().getElement().getText()).isEqualTo("+2");
    }

    @Test
    void peopleKnownOnlyByNumberAreCountedToo() {
        Faces faces = new Faces(people(3), 4, 12);
        assertThat(faces.getChildren().toList().getLast().getElement().getText())
                .isEqualTo("+9");
    }

    @Test
    void initialsComeFromFirstAndLastName() {
        assertThat(Portrait.of("Hélène Aubrac").initials()).isEqualTo("HA");
        assertThat(Portrait.of("Ada").initials()).isEqualTo("A");
        assertThat(Portrait.of("").initials()).isEmpty();
    }

    @Test
    void aSeatWaitsForYouUntilYouCome() {
        assertThat(html(RoundTable.of(24, people(17), -1))).contains("cv-seat-you");
        assertThat(html(RoundTable.of(24, people(17), 3))).doesNotContain("cv-seat-you");
        assertThat(html(RoundTable.of(6, people(6), -1))).doesNotContain("cv-seat-you");
    }

    @Test
    void aTableSeatsEverybodyOnceAndNeverTooMany() {
        assertThat(faces(RoundTable.of(24, people(17), -1))).isEqualTo(17);
        assertThat(RoundTable.of(200, people(150), -1).seats()).isEqualTo(28);
        assertThat(RoundTable.of(null, List.of(), -1).seats()).isEqualTo(6);
    }

    private static String html(RoundTable table) {
        return table.getElement().getOuterHTML();
    }

    private static int faces(RoundTable table) {
        return html(table).split("cv-face cv-face-ini", -1).length - 1;
    }

    private static List<Portrait> people(int n) {
        return IntStream.range(0, n).mapToObj(i -> Portrait.of("Person " + i)).toList();
    }
}
