package org.convive.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.convive.uikit.Timeline.Bar;
import org.convive.uikit.Timeline.Group;
import org.convive.uikit.Timeline.Row;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    private final Timeline timeline = new Timeline(ZoneOffset.UTC);

    @Test
    void ofFewBarsAllAreSent() {
        rows(200);
        timeline.setBars(bars(200, 3));
        assertThat(sent("bars")).hasSize(600);
        assertThat(timeline.getElement().getProperty("partial", true)).isFalse();
    }

    @Test
    void ofManyOnlyThoseOfTheFirstRowsAndOfTheOneUnderDiscussionAreSent() {
        rows(2_000);
        timeline.setSelectedRow("1500");
        timeline.setBars(bars(2_000, 10));
        assertThat(sent("bars")).hasSize((TimelineLoad.FIRST_ROWS + 1) * 10);
        assertThat(timeline.getElement().getProperty("partial", false)).isTrue();
    }

    @Test
    void theOthersAreSentOnceWhenTheirRowsComeIntoSight() {
        rows(2_000);
        timeline.setBars(bars(2_000, 10));
        look("900,901,3,nothing");
        assertThat(more()).hasSize(20).allMatch(bar -> bar.contains("\"row\":\"90"));
        look("900,901");
        assertThat(more()).isEmpty();

        timeline.setBars(bars(2_000, 11));
        assertThat(sent("bars")).hasSize((TimelineLoad.FIRST_ROWS + 2) * 11);
    }

    private void look(String rows) {
        ComponentUtil.fireEvent(timeline, new Timeline.SightEvent(timeline, true, rows));
    }

    private void rows(int count) {
        List<Row> rows = IntStream.range(0, count)
                .mapToObj(number -> new Row(String.valueOf(number), "Unit " + number, ""))
                .toList();
        timeline.setGroups(List.of(new Group("all", "All", "", CvIcon.BOX, rows)));
    }

    private static List<Bar> bars(int rows, int each) {
        return IntStream.range(0, rows * each)
                .mapToObj(number -> new Bar(
                        "b" + number,
                        String.valueOf(number / each),
                        MONDAY.plusSeconds(3600L * (number % each)),
                        MONDAY.plusSeconds(3600L * (number % each) + 1800),
                        Timeline.Kind.BOOKED,
                        "Moulin",
                        null))
                .toList();
    }

    private List<String> sent(String property) {
        var written = (tools.jackson.databind.JsonNode) timeline.getElement().getPropertyRaw(property);
        return IntStream.range(0, written.size())
                .mapToObj(index -> written.get(index).toString())
                .toList();
    }

    private List<String> more() {
        var written = (tools.jackson.databind.JsonNode) timeline.getElement().getPropertyRaw("more");
        var bars = written.get(0).get("bars");
        return IntStream.range(0, bars.size())
                .mapToObj(index -> bars.get(index).toString())
                .toList();
    }
}
