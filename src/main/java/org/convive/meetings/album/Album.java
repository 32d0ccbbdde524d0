package org.convive.meetings.album;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.directory.Picture;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.notices.Notice;
import org.convive.notices.NoticeKind;
import org.convive.notices.Notices;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The photos of a meeting. Whoever took part adds some and says who can be recognised; members see a photo only while
 * everybody in it agrees. Whoever finds themselves in one takes it down at once; its picture is erased a day later.
 */
@Service
public class Album {
    static final NoticeKind IN_A_PHOTO = NoticeKind.both("meetings.notice.photo");
    static final NoticeKind TAKEN_DOWN = NoticeKind.both("meetings.notice.photo-down");
    static final int MOST = 200;
    private static final Duration UNDO = Duration.ofDays(1);
    private static final Duration WAITS = Duration.ofDays(30);

    private final MeetingAccess access;
    private final AlbumRows rows;
    private final Pictures pictures;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Album(MeetingAccess access, AlbumRows rows, Pictures pictures, Notices notices, AuditTrail audit, Clock clock) {
        this.access = access;
        this.rows = rows;
        this.pictures = pictures;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the album asks of a reader and lets them do.
     *
     * @param consent whether they agree to be seen; null while they said nothing
     * @param takesPart whether they may be in photos: said yes or were there
     * @param mayAdd whether they may add photos now
     */
    public record Standing(@Nullable Boolean consent, boolean takesPart, boolean mayAdd) {}

    @Transactional(readOnly = true)
    public Standing standing(Actor actor, MeetingId meeting) {
        MeetingAccess.Seen seen = access.see(actor, meeting);
        boolean takesPart = rows.takesPart(meeting, actor.person());
        return new Standing(
                rows.consent(meeting, actor.person()).orElse(null),
                takesPart,
                (takesPart || seen.mayChange()) && seen.hasBegun(clock.instant()) && !seen.cancelled());
    }

    /** The photos that the reader may see now, the newest so many, in the order in which they were added. */
    @Transactional(readOnly = true)
    public List<Photo> photos(Actor actor, MeetingId meeting, int limit) {
        boolean keeper = access.see(actor, meeting).mayChange();
        return rows.photos(actor, meeting, keeper, limit);
    }

    /** Who may be in photos: whoever said yes or was there, and the organiser. */
    @Transactional(readOnly = true)
    public List<Photo.Person> people(Actor actor, MeetingId meeting) {
        access.see(actor, meeting);
        return rows.people(meeting);
    }

    /** The bytes of a photo, small or large, for somebody who sees it now. */
    @Transactional(readOnly = true)
    public Picture picture(Actor actor, MeetingId meeting, long photo, boolean small) {
        access.see(actor, meeting);
        return rows.picture(actor, meeting, photo, small)
                .flatMap(pictures::kept)
                .orElseThrow(() -> new NotFoundException("photo"));
    }

    /**
     * Adds a photo; only who adds it sees it until they said who can be recognised.
     *
     * @param upload JPEG, PNG or GIF; what the camera wrote into it is not kept
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public long add(Actor actor, MeetingId meeting, byte[] upload) {
        actor.require(standing(actor, meeting).mayAdd(), "only who took part adds photos, from the start on");
        InvalidInput.check()
                .that(rows.count(meeting) < MOST, "picture", Message.of("meetings.album.error.many", MOST))
                .orThrow();
        Pictures.Kept kept = pictures.keep(actor, upload);
        return rows.add(
                meeting, actor.person(), kept.large(), kept.small(), kept.width(), kept.height(), clock.instant());
    }

    /**
     * Says who can be recognised, and what one sees; from then on everybody sees it once all of them agree. Those who
     * have not said yet whether they agree are asked.
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void tell(Actor actor, MeetingId meeting, long photo, Collection<PersonId> people, String caption) {
        MeetingAccess.Seen seen = access.see(actor, meeting);
        Photo known = find(actor, meeting, photo, seen.mayChange());
        actor.require(known.mine(), "only who added a photo says who is in it");
        InvalidInput.check().atMost(caption, 300, "caption").orThrow();
        Set<PersonId> there =
                rows.people(meeting).stream().map(Photo.Person::id).collect(Collectors.toSet());
        Set<PersonId> marked = Set.copyOf(people);
        if (!there.containsAll(marked)) {
            throw new NotFoundException("person");
        }
        rows.tell(photo, caption.strip(), marked, clock.instant());
        notices.tell(marked.stream()
                .filter(person -> !person.equals(actor.person())
                        && rows.consent(meeting, person).isEmpty())
                .map(person -> Notice.of(
                                actor.cluster(),
                                person,
                                IN_A_PHOTO,
                                Message.of("meetings.album.notice", seen.title()),
                                href(actor, meeting))
                        .once("photo:" + meeting)
                        .about("meeting:" + meeting))
                .toList());
    }

    /** Agrees or not to be seen in the photos of this meeting; null takes it back. It counts at once. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void consent(Actor actor, MeetingId meeting, @Nullable Boolean agrees) {
        access.see(actor, meeting);
        rows.consent(meeting, actor.person(), agrees, clock.instant());
        audit.record(actor, "meeting.photo-consent", "meeting:" + meeting, String.valueOf(agrees));
    }

    /**
     * Takes a photo down at once: whoever added it, whoever looks after the meeting, and whoever says that it shows them.
     * Who added it is told.
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void takeDown(Actor actor, MeetingId meeting, long photo) {
        MeetingAccess.Seen seen = access.see(actor, meeting);
        Photo known = find(actor, meeting, photo, seen.mayChange());
        rows.remove(photo, actor.person(), clock.instant());
        audit.record(actor, "meeting.photo-down", "meeting:" + meeting, Long.toString(photo));
        if (!known.mine()) {
            notices.tell(List.of(Notice.of(
                            actor.cluster(),
                            known.by(),
                            TAKEN_DOWN,
                            Message.of("meetings.album.notice.down", seen.title()),
                            href(actor, meeting))
                    .about("meeting:" + meeting)));
        }
    }

    /** Puts back what the actor took down, while its picture is there; for Undo. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void restore(Actor actor, MeetingId meeting, long photo) {
        access.see(actor, meeting);
        if (!rows.restore(meeting, photo, actor.person())) {
            throw new NotFoundException("photo");
        }
    }

    /**
     * Erases the pictures that were taken down more than a day ago, and those for which somebody's consent was missing
     * for thirty days.
     *
     * @return how many pictures
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public int eraseDue() {
        Instant now = clock.instant();
        List<Long> due = rows.toErase(now.minus(UNDO), now.minus(WAITS));
        pictures.forgetKept(due);
        rows.forgetErased();
        return due.size();
    }

    private Photo find(Actor actor, MeetingId meeting, long photo, boolean keeper) {
        return rows.photos(actor, meeting, keeper, MOST).stream()
                .filter(one -> one.id() == photo)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("photo"));
    }

    private static String href(Actor actor, MeetingId meeting) {
        return "c/" + actor.slug() + "/meetings/" + meeting + "/photos";
    }
}
