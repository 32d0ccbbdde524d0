package org.convive.means.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.means.BookingRequest;
import org.convive.means.MeansId;
import org.convive.means.Plans;

/**
 * The lines of a plan as an address says them: {@code item=means~from~to~units} with {@code ~unit} where it is
 * that very one; moments in UTC.
 */
record PlanItems(List<BookingRequest> lines) {
    PlanItems {
        lines = List.copyOf(lines);
    }

    static PlanItems of(QueryParameters query) {
        var lines = new ArrayList<BookingRequest>();
        for (String item : query.getParameters().getOrDefault("item", List.of())) {
            try {
                String[] parts = item.split("~", 5);
                lines.add(new BookingRequest(
                                new MeansId(Long.parseLong(parts[0])),
                                Instant.parse(parts[1]),
                                Instant.parse(parts[2]),
                                Integer.parseInt(parts[3]),
                                "",
                                null)
                        .on(parts.length > 4 ? Long.valueOf(parts[4]) : null));
            } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
                // what cannot be read is left out
            }
        }
        return new PlanItems(lines.size() > Plans.MOST ? lines.subList(0, Plans.MOST) : lines);
    }

    static String written(BookingRequest line) {
        return line.means() + "~" + line.from().truncatedTo(ChronoUnit.SECONDS) + "~"
                + line.to().truncatedTo(ChronoUnit.SECONDS) + "~" + line.units()
                + (line.unit() == null ? "" : "~" + line.unit());
    }

    QueryParameters query() {
        return lines.isEmpty()
                ? QueryParameters.empty()
                : new QueryParameters(
                        Map.of("item", lines.stream().map(PlanItems::written).toList()));
    }

    String address(Actor actor) {
        String query = query().getQueryString();
        return MeansPath.plan(actor) + (query.isEmpty() ? "" : "?" + query);
    }

    PlanItems without(int index) {
        var rest = new ArrayList<>(lines);
        rest.remove(index);
        return new PlanItems(rest);
    }

    PlanItems with(int index, BookingRequest other) {
        var all = new ArrayList<>(lines);
        all.set(index, other);
        return new PlanItems(all);
    }

    PlanItems and(BookingRequest further) {
        var all = new ArrayList<>(lines);
        all.add(further);
        return new PlanItems(all);
    }
}
