package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convive.means.Alternative;
import org.convive.means.BookingLine;
import org.convive.meetings.means.MeansStay;

/** What cannot be booked or moved with a meeting, in sentences, with what is free instead. */
final class RefusedMeans {
    private RefusedMeans() {}

    static List<String> sentences(MeansStay refused, ZoneId zone) {
        return refused.stuck().stream()
                .map(one -> Stream.of(
                                Stream.of(text(
                                        "meetings.means.stuck",
                                        one.name(),
                                        Wording.dates(zone).range(one.from(), one.to()))),
                                one.reason().broken().values().stream()
                                        .map(message -> text(
                                                message.key(), message.args().toArray())),
                                one.reason().inTheWay().stream()
                                        .limit(3)
                                        .map(other -> text(
                                                "meetings.means.in-the-way",
                                                Wording.dates(zone).hours(other.from(), other.to()))),
                                one.reason().alternatives().stream().limit(3).map(other -> alternative(other, zone)))
                        .flatMap(words -> words)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** A sentence, followed by what stays booked since the actor may not give it back. */
    static String withKept(String done, List<BookingLine> kept) {
        return kept.isEmpty()
                ? done
                : done + " "
                        + text(
                                "meetings.means.kept",
                                String.join(
                                        ", ",
                                        kept.stream()
                                                .map(BookingLine::meansName)
                                                .toList()));
    }

    private static String alternative(Alternative one, ZoneId zone) {
        return text(
                "meetings.means.instead",
                one.name(),
                one.owner(),
                Wording.dates(zone).range(one.from(), one.to()));
    }
}
