package org.convive.meetings.open;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.convive.identity.SignedLinks;
import org.convive.mail.Letter;
import org.convive.mail.Outbox;
import org.convive.meetings.MeetingId;
import org.convive.meetings.OutsideGuests;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.convive.uikit.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * People whom nobody invited come to an open meeting: they leave an address, get a letter with a signed link, and come
 * when they confirm (double opt-in). Until then nothing of them is kept but that the address was written to.
 */
@Service
public class JoinRequests {
    static final String PURPOSE = "meetings.join";
    static final int MOST_TO_AN_ADDRESS = 3;
    static final int MOST_AN_HOUR = 120;
    private static final Duration GOOD_FOR = Duration.ofDays(2);

    private final OpenMeetings open;
    private final OutsideGuests guests;
    private final SignedLinks links;
    private final Outbox outbox;
    private final Translations texts;
    private final JdbcClient jdbc;
    private final Clock clock;

    JoinRequests(
            OpenMeetings open,
            OutsideGuests guests,
            SignedLinks links,
            Outbox outbox,
            Translations texts,
            JdbcClient jdbc,
            Clock clock) {
        this.open = open;
        this.guests = guests;
        this.links = links;
        this.outbox = outbox;
        this.texts = texts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What somebody typed, and the language in which they are written to. */
    public record Typed(String name, String email, String company, Locale locale) {
        public Typed {
            name = oneLine(name);
            email = email.strip();
            company = oneLine(company);
        }

        private static String oneLine(String text) {
            return text.strip().replaceAll("\\p{Cntrl}+", " ");
        }
    }

    /**
     * Asks an address to confirm. Whoever comes already, or was written to too often, gets no other answer than anybody.
     *
     * @throws InvalidInput for the fields {@code name}, {@code email} and {@code company}, or {@code meeting} when it is too late
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void ask(OpenMeeting meeting, Typed typed) {
        Instant now = clock.instant();
        InvalidInput.check()
                .required(typed.name(), 120, "name")
                .that(EmailAddress.isValid(typed.email()), "email", Message.of("meetings.open.error.email"))
                .atMost(typed.company(), 120, "company")
                .that(meeting.takesAnswers(now), "meeting", Message.of("meetings.open.closed"))
                .orThrow();
        var email = new EmailAddress(typed.email());
        if (isTooMuch(meeting.id(), email, now)) {
            return;
        }
        jdbc.sql("INSERT INTO meeting_join_request (meeting_id, email, asked_at) VALUES (?, ?, ?)")
                .params(meeting.id().value(), email.value(), Utc.column(now))
                .update();
        String payload = String.join("\t", email.value(), typed.locale().getLanguage(), typed.name(), typed.company());
        String token = links.token(PURPOSE, meeting.id().toString(), payload, now.plus(GOOD_FOR));
        outbox.post(letter(meeting, typed, email, links.url("meetings-join", token)));
    }

    private boolean isTooMuch(MeetingId meeting, EmailAddress email, Instant now) {
        jdbc.sql("DELETE FROM meeting_join_request WHERE asked_at < ?")
                .param(Utc.column(now.minus(GOOD_FOR)))
                .update();
        return jdbc.sql("""
                        SELECT (SELECT COUNT(*) FROM meeting_join_request
                                WHERE meeting_id = :meeting AND email = :email) >= :toOne
                            OR (SELECT COUNT(*) FROM meeting_join_request
                                WHERE meeting_id = :meeting AND asked_at > :hour) >= :anHour""")
                .param("meeting", meeting.value())
                .param("email", email.value())
                .param("toOne", MOST_TO_AN_ADDRESS)
                .param("hour", Utc.column(now.minus(Duration.ofHours(1))))
                .param("anHour", MOST_AN_HOUR)
                .query(Boolean.class)
                .single();
    }

    private Letter letter(OpenMeeting meeting, Typed typed, EmailAddress email, String address) {
        Locale locale = typed.locale();
        String when = Dates.of(locale, meeting.zone()).range(meeting.from(), meeting.to());
        String text = String.join(
                "\n\n",
                texts.text(locale, "meetings.open.mail.intro", meeting.title(), when),
                texts.text(locale, "meetings.open.mail.deed") + "\n" + address,
                texts.text(locale, "meetings.open.mail.else"));
        return new Letter(
                meeting.cluster(),
                "meeting.join",
                "meeting:" + meeting.id(),
                meeting.clusterName(),
                null,
                plain(texts.text(locale, "meetings.open.mail.subject", meeting.title())),
                plain(text) + "\n",
                null,
                null,
                Map.of(),
                List.of(Letter.Recipient.of(email.value(), typed.name())));
    }

    /** What a link says, for a meeting that is still open; empty when it is forged, too old, or the meeting was closed. */
    @Transactional(readOnly = true)
    public Optional<Claim> read(String token) {
        return links.good(PURPOSE, token).flatMap(good -> {
            String[] parts = good.payload().split("\t", -1);
            return open.find(new MeetingId(good.subjectId()))
                    .map(meeting -> new Claim(
                            meeting,
                            new Typed(parts[2], parts[0], parts[3], Translations.nearest(Locale.of(parts[1])))));
        });
    }

    /** Whether the token is genuine but its time is over, or it is not genuine. */
    public SignedLinks.Reading reading(String token) {
        return links.read(PURPOSE, token);
    }

    /** An address that was proved, and the meeting it wants to come to. */
    public record Claim(OpenMeeting meeting, Typed typed) {}

    /**
     * The holder of the link comes. Doing it again changes nothing, not even an answer given since.
     *
     * @throws NotFoundException when the link is not good, or the meeting is no longer open
     * @throws InvalidInput when it is too late
     */
    public OutsideGuests.Joined confirm(String token) {
        Claim claim = read(token).orElseThrow(() -> new NotFoundException("meeting"));
        return guests.join(
                claim.meeting().id(),
                new EmailAddress(claim.typed().email()),
                claim.typed().name(),
                claim.typed().company(),
                claim.typed().locale());
    }

    /** What people type is no template. */
    private static String plain(String text) {
        return text.replace("{{", "{ {");
    }
}
