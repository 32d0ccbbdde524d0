package org.convive.means.telling;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convive.calendar.Appointment;
import org.convive.calendar.ReplyDesk;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingStatus;
import org.convive.means.MeansNotices;
import org.convive.means.MeansQueries;
import org.convive.means.telling.BookingFacts.Facts;
import org.convive.shared.EmailAddress;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers by mail to the calendar entries of bookings. Who declines what they booked gives it back, by the rules for giving
 * back: the message is only written down here, in the transaction that takes it in; {@link ReplyErrand} carries it out. See
 * the decision record "Declining a booking in a calendar gives it back".
 */
@Component
class BookingReplies implements ReplyDesk {
    static final char KIND = 'b';

    private static final Pattern UID = Pattern.compile("booking-([0-9]{1,18})@([a-z0-9-]{1,80})\\.convive");
    private static final int MOST_WORDS = 400;

    private final JdbcClient jdbc;
    private final BookingFacts bookings;
    private final BookingEntries entries;
    private final MeansQueries queries;
    private final Crier crier;
    private final Clock clock;

    BookingReplies(
            JdbcClient jdbc,
            BookingFacts bookings,
            BookingEntries entries,
            MeansQueries queries,
            Crier crier,
            Clock clock) {
        this.jdbc = jdbc;
        this.bookings = bookings;
        this.entries = entries;
        this.queries = queries;
        this.crier = crier;
        this.clock = clock;
    }

    static String uid(BookingId booking, String slug) {
        return "booking-" + booking + "@" + slug + ".convive";
    }

    @Override
    public char kind() {
        return KIND;
    }

    @Override
    public Optional<Appointment> find(String uid, @Nullable LocalDateTime recurrenceId) {
        Matcher read = UID.matcher(uid);
        return recurrenceId == null && read.matches()
                ? find(Long.parseLong(read.group(1)))
                        .filter(found -> found.uid().equals(uid))
                : Optional.empty();
    }

    @Override
    public Optional<Appointment> find(long id) {
        return bookings.of(new BookingId(id))
                .filter(facts -> !facts.blackout())
                .map(facts -> new Appointment(
                        KIND,
                        id,
                        uid(facts.id(), facts.slug()),
                        facts.cluster(),
                        facts.means(),
                        facts.slot().from(),
                        facts.zone(),
                        facts.version(),
                        facts.href()));
    }

    @Override
    public Optional<Guest> guest(Appointment appointment, PersonId person) {
        return facts(appointment)
                .filter(facts -> facts.person().equals(person))
                .map(facts -> new Guest(person, facts.personName(), new EmailAddress(facts.email()), null));
    }

    @Override
    public Optional<Guest> guest(Appointment appointment, EmailAddress mailbox) {
        return facts(appointment)
                .filter(facts -> new EmailAddress(facts.email()).equals(mailbox))
                .map(facts -> new Guest(facts.person(), facts.personName(), mailbox, null));
    }

    /** Who accepts what stands says nothing new; a time that the owner proposed is taken with it. */
    @Override
    public Outcome answer(Appointment appointment, PersonId person, Participation answer) {
        Facts facts = facts(appointment).orElseThrow(() -> new NotFoundException("booking"));
        BookingStatus status = BookingStatus.valueOf(facts.status());
        boolean declined = answer == Participation.DECLINED;
        if (!status.occupies()) {
            return declined ? Outcome.SAME : Outcome.CALLED_OFF;
        }
        if (declined) {
            if (!facts.slot().from().isAfter(clock.instant())) {
                tell(facts, "too-late");
                return Outcome.TOO_LATE;
            }
            writeDown(facts, true);
            return Outcome.RECORDED;
        }
        if (answer == Participation.ACCEPTED && status == BookingStatus.PROPOSED) {
            writeDown(facts, false);
            return Outcome.RECORDED;
        }
        if (answer == Participation.ACCEPTED && status == BookingStatus.HELD) {
            tell(facts, "confirm");
        }
        return Outcome.SAME;
    }

    private void writeDown(Facts facts, boolean declined) {
        jdbc.sql("INSERT INTO booking_reply (cluster_id, booking_id, person_id, declined, version, received_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        facts.cluster().value(),
                        facts.id().value(),
                        facts.person().value(),
                        declined,
                        facts.version(),
                        Utc.column(clock.instant()))
                .update();
    }

    /** Why an answer did not do what it seemed to. */
    void tell(Facts facts, String why) {
        tell(facts, why, null);
    }

    /** @param once the same for every repetition; null where each is told */
    void tell(Facts facts, String why, @Nullable String once) {
        crier.tell(
                facts.cluster(),
                List.of(facts.person()),
                null,
                MeansNotices.ANSWER,
                Message.of("means.told.reply." + why, facts.means(), facts.slot()),
                facts.href(),
                notice -> (once == null ? notice : notice.once(once))
                        .withWords(Message.of("means.told.reply." + why + ".words"))
                        .about("booking:" + facts.id())
                        .withCalendar(entries.asItStands(facts.cluster(), facts.id()))
                        .answeredTo(entries.mailbox(facts.id(), facts.person())));
    }

    @Override
    public void sendAgain(Appointment appointment, PersonId person) {
        facts(appointment)
                .filter(facts -> facts.person().equals(person))
                .filter(facts -> BookingStatus.valueOf(facts.status()).occupies())
                .ifPresent(facts -> crier.tell(
                        facts.cluster(),
                        List.of(person),
                        null,
                        MeansNotices.CONFIRMATION,
                        Message.of("means.told.again", facts.means(), facts.slot(), facts.owner()),
                        facts.href(),
                        notice -> notice.about("booking:" + facts.id())
                                .withCalendar(entries.asItStands(facts.cluster(), facts.id()))
                                .answeredTo(entries.mailbox(facts.id(), person))));
    }

    /** Told in the portal to who manages the means; out-of-office messages only stand on the booking's page. */
    @Override
    public void tellOrganiser(Appointment appointment, Word word) {
        if (word.kind().equals("AWAY")) {
            return;
        }
        facts(appointment)
                .ifPresent(facts -> crier.tell(
                        facts.cluster(),
                        crier.voices(facts.cluster(), facts.ownerId()),
                        facts.person(),
                        MeansNotices.BY_MAIL,
                        Message.of("means.told.by-mail", word.name(), facts.means(), facts.slot()),
                        facts.href(),
                        notice -> (word.words().isBlank()
                                        ? notice
                                        : notice.withWords(Message.of("means.told.word", cut(word.words()))))
                                .about("booking:" + facts.id())
                                .once(word.mark())));
    }

    @Override
    public boolean mayRead(Actor actor, long id) {
        try {
            return queries.booking(actor, new BookingId(id)).mayChange(actor);
        } catch (NotFoundException e) {
            return false;
        }
    }

    private Optional<Facts> facts(Appointment appointment) {
        return bookings.of(appointment.cluster(), new BookingId(appointment.id()));
    }

    private static String cut(String words) {
        int most = Math.min(words.codePointCount(0, words.length()), MOST_WORDS);
        int end = words.offsetByCodePoints(0, most);
        return end == words.length() ? words : words.substring(0, end) + "…";
    }
}
