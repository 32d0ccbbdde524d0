package org.convive.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.convive.calendar.InvitationWriter.Party;
import org.convive.calendar.Subscriptions.Holder;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What is read at the addresses of {@link Subscriptions}. Programs ask again and again; whether anything changed is found
 * out without writing the calendar.
 */
@Service
public class CalendarFeeds {
    private static final Duration LOOKS_BACK = Duration.ofDays(90);

    /** A reading is written down only now and then: what it tells is "today" or "last week". */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(30);

    /** How far free/busy times look ahead; programs ask for some weeks. */
    private static final Duration LOOKS_AHEAD = Duration.ofDays(180);

    /** Raised when the same entries would be written otherwise than before. */
    private static final String FORM = "3";

    private final JdbcClient jdbc;
    private final Subscriptions subscriptions;
    private final Accounts accounts;
    private final Actors actors;
    private final List<CalendarSource> sources;
    private final List<SharedCalendarSource> shared;
    private final Translations translations;
    private final Clock clock;
    private final String mailbox;

    /** @param mailbox that stands for what is nobody's own, as a means */
    CalendarFeeds(
            JdbcClient jdbc,
            Subscriptions subscriptions,
            Accounts accounts,
            Actors actors,
            List<CalendarSource> sources,
            List<SharedCalendarSource> shared,
            Translations translations,
            Clock clock,
            @Value("${convive.calendar.mailbox:${convive.mail.from}}") String mailbox) {
        this.jdbc = jdbc;
        this.subscriptions = subscriptions;
        this.accounts = accounts;
        this.actors = actors;
        this.sources = sources;
        this.shared = shared;
        this.translations = translations;
        this.clock = clock;
        this.mailbox = mailbox;
    }

    /**
     * The state of the calendar behind a token, and how to write it.
     *
     * @throws NotFoundException when nobody has this token (any more), or its holder may not read this any more
     */
    public Reading read(String token) {
        Holder holder = subscriptions.holder(token).orElseThrow(() -> new NotFoundException("calendar"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Whole days, so that the same entries give the same revision all day long.
        Instant since = now.minus(LOOKS_BACK).truncatedTo(ChronoUnit.DAYS);
        Account account = accounts.get(holder.person());
        Locale locale = Optional.ofNullable(account.locale()).orElse(Locale.ENGLISH);
        return holder.subscription().isOwn()
                ? own(holder, account, locale, since, now)
                : ofOthers(holder, locale, since, now);
    }

    private Reading own(Holder holder, Account account, Locale locale, Instant since, Instant now) {
        String name = translations.text(
                locale, "calendar.feed.name." + holder.subscription().kind(), account.name());
        String revision = sources.stream()
                .map(source -> source.revisionOf(holder.person(), since))
                .collect(Collectors.joining("/"));
        boolean busy = holder.subscription().kind().equals(Subscription.BUSY);
        String word = translations.text(locale, "calendar.feed.busy");
        Party whose = new Party(account.name(), account.email().value());
        return reading(
                holder,
                name + since + revision,
                now,
                () -> {
                    List<CalendarEntry> entries = entries(holder.person(), since);
                    return Feed.of(
                            name,
                            busy ? entries.stream().map(one -> one.asBusy(word)).toList() : entries);
                },
                new Times(whose, now, (from, to) -> FreeBusy.taken(entries(holder.person(), from), from, to)));
    }

    /** Everything in a person's calendar that ends after a moment. */
    List<CalendarEntry> entries(PersonId person, Instant since) {
        return sources.stream()
                .flatMap(source -> source.entriesOf(person, since).stream())
                .toList();
    }

    private Reading ofOthers(Holder holder, Locale locale, Instant since, Instant now) {
        Subscription subscription = holder.subscription();
        Actor reader = Optional.ofNullable(subscription.cluster())
                .flatMap(cluster -> actors.member(holder.person(), cluster))
                .orElseThrow(() -> new NotFoundException("calendar"));
        SharedCalendarSource source = shared.stream()
                .filter(one -> one.kind().equals(subscription.kind()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("calendar"));
        String name = source.name(reader, subscription.subject())
                .map(known -> translations.text(locale, "calendar.feed.name.shared", known, reader.clusterName()))
                .orElseThrow(() -> new NotFoundException("calendar"));
        String revision = source.revision(reader, subscription.subject(), since);
        return reading(
                holder,
                name + since + revision,
                now,
                () -> Feed.of(name, source.entries(reader, subscription.subject(), since)),
                new Times(
                        new Party(name, mailbox),
                        now,
                        (from, to) -> source.taken(reader, subscription.subject(), from, to)));
    }

    private Reading reading(Holder holder, String state, Instant now, Body body, Times times) {
        String etag = HexFormat.of().formatHex(Subscriptions.hash(FORM + "\n" + state));
        boolean changed = !etag.equals(holder.revision());
        Instant lastRead = holder.subscription().lastRead();
        if (changed || lastRead == null || lastRead.isBefore(now.minus(NOTED_EVERY))) {
            jdbc.sql("""
                            UPDATE calendar_subscription SET read_at = ?, revision = ?,
                                   changed_at = IF(?, ?, changed_at)
                            WHERE id = ?""")
                    .params(
                            Utc.column(now),
                            etag,
                            changed,
                            Utc.column(now),
                            holder.subscription().id())
                    .update();
        }
        Instant since = changed ? now : holder.changed();
        return new Reading(etag, since, body, () -> times.write(holder.subscription(), since));
    }

    /** When somebody's time is taken, from today on. */
    private record Times(Party whose, Instant now, BiFunction<Instant, Instant, List<FreeBusy.Taken>> taken) {
        String write(Subscription subscription, Instant since) {
            Instant from = now.truncatedTo(ChronoUnit.DAYS);
            Instant to = from.plus(LOOKS_AHEAD);
            return FreeBusy.write(
                    "free-busy-" + subscription.id() + "@convive", whose, since, from, to, taken.apply(from, to));
        }
    }

    /** Writes a calendar. */
    @FunctionalInterface
    public interface Body {
        String write();
    }

    /**
     * A calendar at one moment.
     *
     * @param etag another one whenever the content is
     * @param changed since when it is so
     * @param body written only when somebody needs it
     * @param freeBusy only when time is taken, written as rarely
     */
    public record Reading(String etag, Instant changed, Body body, Body freeBusy) {}
}
