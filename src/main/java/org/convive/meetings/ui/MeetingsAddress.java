package org.convive.meetings.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.convive.meetings.MeetingFilter;
import org.convive.meetings.MeetingQueries.Selection;
import org.convive.meetings.Stage;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/** What the address of the meetings' page says: list, week or month, of when, and which meetings. */
record MeetingsAddress(View view, Show show, LocalDate date, MeetingFilter filter) {
    /** As what they are shown. */
    enum View {
        LIST,
        WEEK,
        MONTH
    }

    /** What a list shows. */
    enum Show {
        UPCOMING,
        MAKING,
        PAST,
        MINE;

        Selection selection() {
            return switch (this) {
                case PAST -> Selection.PAST;
                case MINE -> Selection.MINE;
                case UPCOMING, MAKING -> Selection.UPCOMING;
            };
        }
    }

    static MeetingsAddress of(QueryParameters query, LocalDate today) {
        return new MeetingsAddress(
                one(View.class, query, "view").orElse(View.LIST),
                one(Show.class, query, "show").orElse(Show.UPCOMING),
                date(query.getSingleParameter("date").orElse(""), today),
                new MeetingFilter(
                        query.getSingleParameter("mine").isPresent(),
                        one(MeetingFilter.Kind.class, query, "kind").orElse(null),
                        query.getSingleParameter("organisation")
                                .filter(number -> number.matches("[0-9]{1,18}"))
                                .map(number -> new OrganisationId(Long.parseLong(number)))
                                .orElse(null),
                        one(Stage.class, query, "stage").orElse(null)));
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> type, QueryParameters query, String name) {
        String value = query.getSingleParameter(name).orElse("");
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst();
    }

    private static LocalDate date(String text, LocalDate today) {
        try {
            LocalDate day = text.isEmpty() ? today : LocalDate.parse(text);
            return Math.abs(day.getYear() - today.getYear()) > 100 ? today : day;
        } catch (DateTimeException e) {
            return today;
        }
    }

    MeetingsAddress with(View other) {
        return new MeetingsAddress(other, show, date, filter);
    }

    MeetingsAddress with(Show other) {
        return new MeetingsAddress(View.LIST, other, date, filter);
    }

    MeetingsAddress with(LocalDate other) {
        return new MeetingsAddress(view, show, other, filter);
    }

    /** The list goes where meetings of the wanted stage are. */
    MeetingsAddress with(MeetingFilter other) {
        Stage stage = other.stage();
        Show where = stage == null || show == Show.MINE
                ? show
                : switch (stage) {
                    case IDEA, DATES -> Show.MAKING;
                    case CONFIRMED -> Show.UPCOMING;
                    case HELD, FOLLOW_UP -> Show.PAST;
                };
        return new MeetingsAddress(view, where, date, other);
    }

    /** Ideas and polls, which have no date yet. */
    boolean isMaking() {
        Stage stage = filter.stage();
        return view == View.LIST && (show == Show.MAKING || (stage != null && !stage.isDated()));
    }

    /** The part of the address behind the question mark. */
    String query() {
        var query = new StringBuilder();
        if (view == View.LIST) {
            part(query, "show", lower(show));
        } else {
            part(query, "view", lower(view));
            part(query, "date", date);
        }
        OrganisationId organisation = filter.organisation();
        part(query, "mine", filter.mine() ? "1" : null);
        part(query, "kind", filter.kind());
        part(query, "organisation", organisation);
        part(query, "stage", filter.stage());
        return query.toString();
    }

    private static void part(StringBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.append(query.isEmpty() ? "" : "&").append(name).append('=').append(value);
        }
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(java.util.Locale.ROOT);
    }
}
