package org.convive.calendar.inbound;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convive.calendar.Appointment;
import org.convive.calendar.ReplyAddresses;
import org.convive.calendar.ReplyAddresses.Ticket;
import org.convive.calendar.ReplyDesk;
import org.convive.calendar.ReplyDesk.Guest;
import org.convive.calendar.ReplyDesk.Outcome;
import org.convive.calendar.ReplyDesk.Participation;
import org.convive.calendar.inbound.Finding.Kind;
import org.convive.calendar.inbound.Finding.State;
import org.convive.calendar.reading.CalendarReader;
import org.convive.calendar.reading.ReadAttendee;
import org.convive.calendar.reading.ReadCalendar;
import org.convive.calendar.reading.ReadEvent;
import org.convive.calendar.reading.UnreadableCalendar;
import org.convive.shared.EmailAddress;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in a message that came to the portal's mailbox. It is kept with what it turned out to be; a clear answer is
 * recorded. The same message again changes nothing. What somebody wrote is passed on to nobody; the portal's own words go
 * to who asks for their invitation again, to the organiser when something is for them to read, and to whom an answer gave a
 * seat.
 */
@Service
public class InboundCalendar {
    private static final Logger LOG = LoggerFactory.getLogger(InboundCalendar.class);

    private final InboundRows rows;
    private final ReplyAddresses addresses;
    private final List<ReplyDesk> desks;
    private final Clock clock;

    InboundCalendar(InboundRows rows, ReplyAddresses addresses, List<ReplyDesk> desks, Clock clock) {
        this.rows = rows;
        this.addresses = addresses;
        this.desks = desks;
        this.clock = clock;
    }

    /** Everything about one message happens, or nothing of it. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void take(ReceivedMail mail) {
        if (rows.knows(mail)) {
            return;
        }
        List<Finding> findings = findings(mail);
        for (int part = 0; part < findings.size(); part++) {
            Finding finding = settle(findings.get(part));
            if (rows.insert(mail, part, finding, rows.clusterOf(mail.sender()).orElse(null), now())) {
                tellOrganiser(mail, part, finding);
            }
            if (finding.state() == State.QUARANTINED) {
                LOG.info(
                        "Put aside a message from {}: {}",
                        mail.sender().replaceAll("\\p{Cntrl}", ""),
                        finding.reason());
            }
        }
    }

    /** What nobody but a person can understand is for the organiser to read. */
    private void tellOrganiser(ReceivedMail mail, int part, Finding finding) {
        Appointment about = finding.appointment();
        if (about == null || finding.state() != State.KEPT) {
            return;
        }
        ReplyDesk desk = desk(about.kind()).orElseThrow();
        String name = Optional.ofNullable(finding.person())
                .flatMap(person -> desk.guest(about, person))
                .map(Guest::name)
                .orElse(mail.senderName().isBlank() ? mail.sender() : mail.senderName());
        desk.tellOrganiser(
                about,
                new ReplyDesk.Word(
                        finding.kind().name(),
                        finding.person(),
                        name,
                        finding.proposed(),
                        finding.delegatedTo(),
                        InboundRows.words(mail, finding.event()),
                        InboundRows.mark(mail, part)));
    }

    private List<Finding> findings(ReceivedMail mail) {
        ReplyAddresses.Reading address = address(mail);
        Ticket ticket = address instanceof ReplyAddresses.Genuine genuine ? genuine.ticket() : null;
        Appointment invited = ticket == null
                ? null
                : desk(ticket.kind()).flatMap(desk -> desk.find(ticket.id())).orElse(null);
        if (address instanceof ReplyAddresses.Forged forged) {
            Ticket claimed = forged.claimed();
            Appointment named = claimed == null
                    ? null
                    : desk(claimed.kind())
                            .flatMap(desk -> desk.find(claimed.id()))
                            .orElse(null);
            return List.of(Finding.of(Kind.OTHER, State.QUARANTINED, "forged").about(named, null));
        }
        byte[] calendar = mail.calendar();
        if (calendar == null) {
            return List.of(words(mail).about(invited, ticket == null ? null : ticket.person()));
        }
        ReadCalendar read;
        try {
            read = CalendarReader.read(calendar, ZoneOffset.UTC);
        } catch (UnreadableCalendar e) {
            LOG.info(
                    "A calendar from {} cannot be read: {}",
                    mail.sender().replaceAll("\\p{Cntrl}", ""),
                    e.getMessage());
            return List.of(Finding.of(Kind.OTHER, State.QUARANTINED, "broken")
                    .about(invited, ticket == null ? null : ticket.person()));
        }
        String method = read.method().isEmpty() ? mail.method() : read.method();
        List<Finding> findings = new ArrayList<>();
        read.events().stream().limit(100).forEach(event -> findings.add(finding(mail, method, event, ticket, invited)));
        return findings.isEmpty()
                ? List.of(Finding.of(Kind.OTHER, State.QUARANTINED, "empty").about(invited, null))
                : findings;
    }

    private static Finding words(ReceivedMail mail) {
        return Finding.of(mail.automatic() ? Kind.AWAY : Kind.WORDS, State.KEPT, "");
    }

    private ReplyAddresses.Reading address(ReceivedMail mail) {
        List<ReplyAddresses.Reading> readings =
                mail.recipients().stream().map(addresses::read).toList();
        return readings.stream()
                .filter(ReplyAddresses.Genuine.class::isInstance)
                .findFirst()
                .or(() -> readings.stream()
                        .filter(ReplyAddresses.Forged.class::isInstance)
                        .findFirst())
                .orElseGet(ReplyAddresses.Plain::new);
    }

    private Finding finding(
            ReceivedMail mail, String method, ReadEvent event, @Nullable Ticket ticket, @Nullable Appointment invited) {
        Finding doubtful =
                Finding.of(Kind.REPLY, State.QUARANTINED, "unknown").saying(event, participation(event), null);
        Optional<Appointment> meant = desks.stream()
                .flatMap(desk -> desk.find(event.uid(), occurrence(event, invited)).stream())
                .findFirst();
        if (meant.isEmpty()) {
            return doubtful.about(invited, null);
        }
        Appointment now = meant.get();
        if (invited != null && !invited.uid().equals(now.uid())) {
            return doubtful.as(State.QUARANTINED, "other-invitation").about(invited, null);
        }
        ReplyDesk desk = desk(now.kind()).orElseThrow();
        Guest holder = ticket == null ? null : desk.guest(now, ticket.person()).orElse(null);
        Optional<ReadAttendee> author = ReplyPolicy.author(event, mail.sender(), holder);
        if (author.isEmpty()) {
            return holder == null
                    ? doubtful.as(State.QUARANTINED, "sender").about(now, named(desk, now, event))
                    : doubtful.as(State.QUARANTINED, "somebody-else").about(now, holder.person());
        }
        Optional<Guest> guest = holder != null ? Optional.of(holder) : guest(desk, now, mail.sender());
        if (guest.isEmpty()) {
            return doubtful.as(State.QUARANTINED, "not-invited").about(now, null);
        }
        String recurrence = InboundRows.recurrence(event);
        ReplyPolicy.Known known = rows.known(now.uid(), recurrence, guest.get().person());
        Finding judged = ReplyPolicy.judge(method, event, author.get(), now, guest.get(), known);
        // Anybody can write a From line: what would be recorded, or mailed about, wants the proof or a person's word.
        return ticket == null && addresses.areSigned() && judged.state() != State.STALE
                ? judged.as(State.QUARANTINED, "unsigned")
                : judged;
    }

    private static Optional<Guest> guest(ReplyDesk desk, Appointment appointment, String mailbox) {
        return EmailAddress.isValid(mailbox) ? desk.guest(appointment, new EmailAddress(mailbox)) : Optional.empty();
    }

    /** The one invited person whom an answer names, whoever sent it. */
    private static @Nullable PersonId named(ReplyDesk desk, Appointment appointment, ReadEvent event) {
        return event.attendees().size() == 1
                ? guest(desk, appointment, event.attendees().getFirst().mailbox())
                        .map(Guest::person)
                        .orElse(null)
                : null;
    }

    /** Which time of a series is meant, as the clocks of the series show it. */
    private static @Nullable LocalDateTime occurrence(ReadEvent event, @Nullable Appointment invited) {
        if (event.recurrenceId() == null) {
            return null;
        }
        return invited == null || event.recurrenceId().wholeDay()
                ? event.recurrenceId().local()
                : LocalDateTime.ofInstant(event.recurrenceId().moment(), invited.zone());
    }

    private static String participation(ReadEvent event) {
        return event.attendees().size() == 1 ? event.attendees().getFirst().participation() : "";
    }

    /** Records what is clear; what cannot be recorded any more is kept with the reason. */
    private Finding settle(Finding finding) {
        Appointment about = finding.appointment();
        ReadEvent event = finding.event();
        if (about == null || event == null || finding.person() == null) {
            return finding;
        }
        ReplyDesk desk = desk(about.kind()).orElseThrow();
        if (finding.kind() == Kind.REFRESH && finding.state() == State.KEPT) {
            desk.sendAgain(about, finding.person());
            remember(finding, event);
            return finding.as(State.DONE, "");
        }
        if (finding.state() != State.DONE) {
            return finding;
        }
        Participation participation = Participation.valueOf(finding.participation());
        Outcome outcome = event.recurrenceId() == null
                ? desk.answer(
                        about,
                        finding.person(),
                        participation,
                        rows.newer(about.uid(), finding.person(), event.stamp() == null ? now() : event.stamp()))
                : desk.answer(about, finding.person(), participation);
        remember(finding, event);
        return switch (outcome) {
            case RECORDED, SAME -> finding;
            case WAITING -> finding.as(State.DONE, "waiting");
            case TOO_LATE -> finding.as(State.KEPT, "too-late");
            case CALLED_OFF -> finding.as(State.KEPT, "called-off");
        };
    }

    private void remember(Finding finding, ReadEvent event) {
        Appointment about = Objects.requireNonNull(finding.appointment());
        Instant stamp = event.stamp() == null ? now() : event.stamp();
        rows.remember(
                about.uid(),
                InboundRows.recurrence(event),
                Objects.requireNonNull(finding.person()),
                event.sequence(),
                stamp,
                now());
    }

    private Optional<ReplyDesk> desk(char kind) {
        return desks.stream().filter(desk -> desk.kind() == kind).findFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
