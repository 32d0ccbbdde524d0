package org.convive.uikit;

import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.convive.uikit.Timeline.Bar;
import org.convive.uikit.Timeline.Group;
import org.convive.uikit.Timeline.Row;
import org.jspecify.annotations.Nullable;

/**
 * Which bars of a timeline are sent to the browser: all of them while they are few; of many those of the first rows and of
 * the one under discussion, the others when their rows come into sight.
 */
final class TimelineLoad {
    /** So many bars go at once: about 150 kB before compression. */
    static final int FEW = 1_000;

    /** The rows that are sent at first, some more than fit a tall screen. */
    static final int FIRST_ROWS = 60;

    /** No more rows are asked for at once. */
    static final int MOST_ROWS = 500;

    private final Function<Instant, String> local;
    private final Map<String, List<Bar>> byRow = new HashMap<>();
    private final Set<String> sent = new HashSet<>();
    private List<String> order = List.of();
    private @Nullable String selected;

    TimelineLoad(Function<Instant, String> local) {
        this.local = local;
    }

    void rows(List<Group> groups) {
        order = groups.stream()
                .flatMap(group -> group.rows().stream())
                .map(Row::id)
                .toList();
    }

    void select(@Nullable String row) {
        selected = row;
    }

    /** Anew, whatever was sent before. Rows that were looked at are among the first. */
    void send(Element timeline, List<Bar> bars) {
        boolean few = bars.size() <= FEW;
        Set<String> first = new LinkedHashSet<>(order.stream().limit(FIRST_ROWS).toList());
        first.addAll(sent);
        if (selected != null) {
            first.add(selected);
        }
        byRow.clear();
        bars.forEach(bar ->
                byRow.computeIfAbsent(bar.row(), row -> new ArrayList<>()).add(bar));
        sent.clear();
        sent.addAll(few ? List.of() : first);
        timeline.setProperty("partial", !few);
        timeline.setPropertyList("sent", List.copyOf(sent));
        timeline.setPropertyList("more", List.of());
        timeline.setPropertyList("bars", few ? bars.stream().map(this::written).toList() : of(first));
    }

    /** Rows that came into sight. */
    void show(Element timeline, Collection<String> rows) {
        List<String> fresh = rows.stream().limit(MOST_ROWS).filter(sent::add).toList();
        timeline.setPropertyList("more", List.of(Map.of("rows", fresh, "bars", of(fresh))));
    }

    private List<Map<String, Object>> of(Collection<String> rows) {
        return rows.stream()
                .flatMap(row -> byRow.getOrDefault(row, List.of()).stream())
                .map(this::written)
                .toList();
    }

    private Map<String, Object> written(Bar bar) {
        String note = bar.note();
        return Map.of(
                "id", bar.id(),
                "row", bar.row(),
                "from", local.apply(bar.from()),
                "to", local.apply(bar.to()),
                "kind", bar.kind().css,
                "title", bar.title(),
                "note", note == null ? "" : note,
                "movable", bar.movable());
    }
}
