package org.convive.meetings.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** What an address says about a new meeting: {@code ?title=…&from=…&to=…&place=…}, the times as ISO 8601 in UTC. */
record Prefill(String title, Instant from, Instant to, String place) {
    static Optional<Prefill> of(QueryParameters query) {
        try {
            Instant from = Instant.parse(query.getSingleParameter("from").orElse(""));
            Instant to = Instant.parse(query.getSingleParameter("to").orElse(""));
            return Optional.of(new Prefill(
                    cut(query.getSingleParameter("title").orElse(""), 200),
                    from,
                    to,
                    cut(query.getSingleParameter("place").orElse(""), 500)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
