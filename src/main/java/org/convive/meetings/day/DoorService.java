package org.convive.meetings.day;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.identity.SignedLinks;
import org.convive.mail.Letter;
import org.convive.mail.Outbox;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.live.MeetingRoom;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of a meeting. Its organiser, hosts and animators note who is there; a member who opens the door's code on
 * their own phone notes themself.
 */
@Service
public class DoorService {
    private static final String PURPOSE = "meetings.here";

    private final MeetingAccess access;
    private final DoorRows rows;
    private final SignedLinks links;
    private final MeetingRoom room;
    private final Outbox outbox;
    private final Translations translations;
    private final AuditTrail audit;
    private final Clock clock;
    private final String publicUrl;

    DoorService(
            MeetingAccess access,
            DoorRows rows,
            SignedLinks links,
            MeetingRoom room,
            Outbox outbox,
            Translations translations,
            AuditTrail audit,
            Clock clock,
            @Value("${convive.public-url}") String publicUrl) {
        this.access = access;
        this.rows = rows;
        this.links = links;
        this.room = room;
        this.outbox = outbox;
        this.translations = translations;
        this.audit = audit;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Everybody expected or there, for those who keep the door. */
    @Transactional(readOnly = true)
    public Attendance attendance(Actor actor, MeetingId meeting) {
        access.seeToChange(actor, meeting);
        return new Attendance(rows.attendees(meeting));
    }

    /** Whether people can be noted now. */
    public boolean isOpen(MeetingAccess.Seen meeting) {
        return !meeting.cancelled() && DoorPolicy.isOpen(meeting.starts(), meeting.ends(), clock.instant());
    }

    /** Whether guests can note themselves now. */
    public boolean isOpenToGuests(MeetingAccess.Seen meeting) {
        return !meeting.cancelled() && DoorPolicy.isOpenToGuests(meeting.starts(), meeting.ends(), clock.instant());
    }

    /** Since when the actor is noted as being there. */
    @Transactional(readOnly = true)
    public Optional<Instant> arrival(Actor actor, MeetingId meeting) {
        access.see(actor, meeting);
        return rows.arrivalOf(meeting, actor.person());
    }

    /** The address behind the code at the door; whoever scans it there may note themself. */
    public String doorAddress(Actor actor, MeetingId meeting) {
        Instant ends = access.seeToChange(actor, meeting).ends();
        Instant until = ends == null ? null : ends.plus(Duration.ofDays(1));
        return address(actor, meeting) + "/here?key=" + links.token(PURPOSE, meeting.toString(), "", until);
    }

    /** The address behind a member's own code, for those who keep the door. */
    public String ownAddress(Actor actor, MeetingId meeting) {
        access.see(actor, meeting);
        return address(actor, meeting) + "/door?person=" + actor.person();
    }

    /** Whether the key of an address was made for the door of this meeting and is still good. */
    public boolean isKey(MeetingId meeting, String key) {
        return links.good(PURPOSE, key)
                .filter(good -> good.subjectId() == meeting.value())
                .isPresent();
    }

    /** Notes a member of the cluster; once noted, nothing changes. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void arrive(Actor actor, MeetingId meeting, PersonId person) {
        MeetingAccess.Seen seen = access.seeToChange(actor, meeting);
        DoorPolicy.requireOpen(isOpen(seen));
        if (!rows.isMember(meeting, person)) {
            throw new NotFoundException("person");
        }
        note(actor, meeting, person, "DOOR");
    }

    /**
     * Notes the actor, who is at the door.
     *
     * @param key from the code at the door
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void arriveMyself(Actor actor, MeetingId meeting, String key) {
        MeetingAccess.Seen seen = access.see(actor, meeting);
        InvalidInput.check()
                .that(isKey(meeting, key), "door", Message.of("meetings.day.error.key"))
                .orThrow();
        DoorPolicy.requireOpen(isOpenToGuests(seen));
        note(actor, meeting, actor.person(), "SELF");
    }

    private void note(Actor actor, MeetingId meeting, PersonId person, String way) {
        if (rows.arrive(meeting, person, way, actor.person(), clock.instant())) {
            room.changed(meeting, MeetingRoom.Part.DOOR);
        }
    }

    /** Notes somebody who is no member. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void walkIn(Actor actor, MeetingId meeting, WalkIn somebody) {
        MeetingAccess.Seen seen = access.lockToChange(actor, meeting);
        DoorPolicy.requireOpen(isOpen(seen));
        DoorPolicy.check(somebody);
        InvalidInput.check()
                .that(
                        rows.walkIns(meeting) < DoorPolicy.MOST_WALK_INS,
                        "name",
                        Message.of("meetings.day.error.many", DoorPolicy.MOST_WALK_INS))
                .orThrow();
        rows.walkIn(meeting, somebody, actor.person(), clock.instant());
        room.changed(meeting, MeetingRoom.Part.DOOR);
    }

    /** Takes a note at the door back, with its signature. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void leave(Actor actor, MeetingId meeting, long presence) {
        access.seeToChange(actor, meeting);
        if (!rows.leave(meeting, presence)) {
            throw new NotFoundException("presence");
        }
        audit.record(actor, "meeting.presence.removed", "meeting:" + meeting, Long.toString(presence));
        room.changed(meeting, MeetingRoom.Part.DOOR);
    }

    /** @param strokes an SVG path of straight lines in a field of 600 by 200 */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void sign(Actor actor, MeetingId meeting, long presence, String strokes) {
        access.seeToChange(actor, meeting);
        DoorPolicy.checkSignature(strokes);
        if (!rows.sign(meeting, presence, strokes, clock.instant())) {
            throw new NotFoundException("presence");
        }
        audit.record(actor, "meeting.presence.signed", "meeting:" + meeting, Long.toString(presence));
        room.changed(meeting, MeetingRoom.Part.DOOR);
    }

    /**
     * Writes to everybody who is there.
     *
     * @return how many are written to
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public int message(Actor actor, MeetingId meeting, String text) {
        MeetingAccess.Seen seen = access.seeToChange(actor, meeting);
        InvalidInput.check().required(text, 2000, "text").orThrow();
        List<DoorRows.Addressee> people = rows.addressees(meeting);
        InvalidInput.check()
                .that(!people.isEmpty(), "text", Message.of("meetings.day.error.nobody"))
                .orThrow();
        for (Locale locale : Translations.LOCALES) {
            List<Letter.Recipient> recipients = people.stream()
                    .filter(one -> one.locale().equals(locale))
                    .map(one -> Letter.Recipient.of(one.email(), one.name()))
                    .toList();
            if (!recipients.isEmpty()) {
                outbox.post(letter(actor, seen, text.strip(), locale, recipients));
            }
        }
        audit.record(actor, "meeting.present.written", "meeting:" + meeting, Integer.toString(people.size()));
        return people.size();
    }

    private Letter letter(
            Actor actor, MeetingAccess.Seen seen, String text, Locale locale, List<Letter.Recipient> recipients) {
        // What people type is no template: braces are taken apart.
        String safe = text.replace("{{", "{ {");
        String body = translations.text(locale, "meetings.day.mail.intro", actor.name(), seen.title()) + "\n\n" + safe
                + "\n\n" + address(actor, seen.id()) + "\n";
        return new Letter(
                actor.cluster(),
                "meeting.message",
                "meeting:" + seen.id(),
                actor.clusterName(),
                Objects.requireNonNull(actor.email()).value(),
                translations.text(
                        locale, "meetings.day.mail.subject", seen.title().replace("{{", "{ {")),
                body,
                null,
                null,
                Map.of(),
                recipients);
    }

    private String address(Actor actor, MeetingId meeting) {
        return publicUrl + "/c/" + actor.slug() + "/meetings/" + meeting;
    }
}
