package org.convive.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.convive.calendar.ReplyAddresses;
import org.convive.calendar.Subscription;
import org.convive.calendar.Subscriptions;
import org.convive.calendar.busy.BusyTimes;
import org.convive.calendar.busy.ImportPreview;
import org.convive.calendar.inbound.InboundDelivery;
import org.convive.calendar.inbound.ReplyMail;
import org.convive.identity.Actor;
import org.convive.mail.IncomingMail;
import org.convive.meetings.MeetingId;
import org.convive.meetings.open.OpenMeetings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calendars that follow the portal, answers that came by mail, and what people brought from elsewhere. */
class DemoCalendars {
    private static final String STORY = "verre-d-orsenne";
    private static final String OPEN_DOORS = "Nine plants open their doors, first meeting";
    private static final String WORKSHOP = "Moulds and surfaces workshop";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private final Subscriptions subscriptions;
    private final BusyTimes busy;
    private final InboundDelivery inbound;
    private final ReplyAddresses addresses;
    private final OpenMeetings open;
    private final DemoClock clock;
    private final JdbcClient jdbc;
    private final String mailbox;

    DemoCalendars(
            Subscriptions subscriptions,
            BusyTimes busy,
            InboundDelivery inbound,
            ReplyAddresses addresses,
            OpenMeetings open,
            DemoClock clock,
            JdbcClient jdbc,
            @Value("${convive.calendar.mailbox:${convive.mail.from}}") String mailbox) {
        this.subscriptions = subscriptions;
        this.busy = busy;
        this.inbound = inbound;
        this.addresses = addresses;
        this.open = open;
        this.clock = clock;
        this.jdbc = jdbc;
        this.mailbox = mailbox;
    }

    void tell(Cast cast) {
        if (!cast.animator().slug().equals(STORY)) {
            return;
        }
        clock.moveTo(cast.days().moment(-9, LocalTime.of(8, 40)));
        Actor helene = cast.person("Hélène Aubrac");
        subscribe(helene, Subscription.MINE);
        var unusedCompany = subscriptions.make(
                helene, "company", helene.requireOrganisation().value());
        subscribe(cast.person("Nadia Ferhaoui"), Subscription.BUSY);
        MeetingId doors = new MeetingId(cast.meeting(OPEN_DOORS));
        open.open(cast.animator(), doors, true);
        bringBusyTimes(cast, helene);
        MeetingId workshop = new MeetingId(cast.meeting(WORKSHOP));
        clock.moveTo(cast.days().moment(-1, LocalTime.of(14, 5)));
        take(reply("exchange", cast.person("Valérie Brasquet"), doors).with("partstat", "DECLINED"));
        take(reply("gmail", cast.person("Karim Bessaoud"), doors).with("partstat", "TENTATIVE"));
        take(reply("words", cast.person("Nadia Ferhaoui"), doors));
        take(reply("away", cast.person("Fanny Desgranges"), doors));
        take(reply("gmail", cast.person("Pauline Estrade"), doors)
                .to(mailbox)
                .named("Secrétariat Saulnaye")
                .with("from", "secretariat@saulnaye.example"));
        Instant later = cast.days().moment(18, LocalTime.of(14, 0));
        take(reply("exchange", helene, workshop)
                .with("method", "COUNTER")
                .with("partstat", "TENTATIVE")
                .with("comment", "Le lendemain me conviendrait mieux.")
                .at(later, later.plus(Duration.ofHours(3))));
    }

    private void subscribe(Actor person, String kind) {
        var unusedAddress = subscriptions.make(person.person(), kind);
    }

    private void bringBusyTimes(Cast cast, Actor person) {
        var calendar = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Outlook\r\n");
        for (int day = 1; day < 40; day += 3) {
            LocalDateTime from =
                    LocalDateTime.ofInstant(cast.days().moment(day, LocalTime.of(9 + day % 7, 0)), DemoDirectory.ZONE);
            calendar.append("BEGIN:VEVENT\r\nUID:busy-")
                    .append(day)
                    .append("\r\nDTSTART;TZID=Europe/Paris:")
                    .append(LOCAL.format(from))
                    .append("\r\nDTEND;TZID=Europe/Paris:")
                    .append(LOCAL.format(from.plusHours(2)))
                    .append("\r\nSUMMARY:Production\r\nEND:VEVENT\r\n");
        }
        byte[] bytes = calendar.append("END:VCALENDAR\r\n").toString().getBytes(StandardCharsets.UTF_8);
        var unusedId = busy.keep(person.person(), "Outlook", null, ImportPreview.of(bytes, DemoDirectory.ZONE, clock));
    }

    private ReplyMail reply(String program, Actor person, MeetingId meeting) {
        return ReplyMail.of(program)
                .from(person.email().value())
                .named(person.name())
                .to(addresses.of(new ReplyAddresses.Ticket('m', meeting.value(), person.person())))
                .with(
                        "uid",
                        jdbc.sql("SELECT uid FROM meeting WHERE id = ?")
                                .param(meeting.value())
                                .query(String.class)
                                .single())
                .stamped(clock.instant().plusSeconds(60));
    }

    private void take(ReplyMail mail) {
        if (!inbound.take(new IncomingMail(mail.message(), clock.instant(), false))) {
            throw new IllegalStateException("an answer was not taken");
        }
    }
}
