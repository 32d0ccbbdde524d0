package org.convive.meetings.agenda;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.meetings.live.MeetingRoom;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.convive.shared.StaleEdit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The agenda of a meeting: everybody invited reads it, whoever may change the meeting writes it and runs its clock. */
@Service
public class AgendaService {
    /** The most bytes a document may have. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final int MOST_ITEMS = 60;
    private static final int MOST_DOCUMENTS = 100;

    private final MeetingAccess access;
    private final AgendaRows rows;
    private final TopicRows topics;
    private final MeetingRoom room;
    private final Clock clock;

    AgendaService(MeetingAccess access, AgendaRows rows, TopicRows topics, MeetingRoom room, Clock clock) {
        this.access = access;
        this.rows = rows;
        this.topics = topics;
        this.room = room;
        this.clock = clock;
    }

    /** @throws NotFoundException when the meeting is not for the actor */
    @Transactional(readOnly = true)
    public Agenda agenda(Actor actor, MeetingId meeting) {
        MeetingAccess.Seen seen = access.see(actor, meeting);
        return new Agenda(
                Agenda.timed(rows.items(meeting), seen.starts(), rows.documents(meeting)),
                seen.starts(),
                seen.ends(),
                seen.mayChange());
    }

    /** Adds an item at the end. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public long add(Actor actor, MeetingId meeting, ItemDraft draft) {
        access.lockToChange(actor, meeting);
        return add(meeting, draft, null);
    }

    /** Takes a topic of the backlog on the agenda; it counts as treated once its item has begun. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public long take(Actor actor, MeetingId meeting, long topic, int minutes) {
        access.lockToChange(actor, meeting);
        Topic taken = topics.open(actor).stream()
                .filter(one -> one.id() == topic)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("topic"));
        return add(meeting, new ItemDraft(taken.title(), minutes, taken.proposedBy(), taken.why()), topic);
    }

    private long add(MeetingId meeting, ItemDraft draft, @org.jspecify.annotations.Nullable Long topic) {
        draft.check();
        requireMember(meeting, draft);
        List<AgendaItem> items = rows.items(meeting);
        InvalidInput.check()
                .that(items.size() < MOST_ITEMS, "title", Message.of("meetings.agenda.error.many", MOST_ITEMS))
                .orThrow();
        renumber(items);
        long id = rows.add(meeting, draft, items.size(), topic);
        room.changed(meeting, MeetingRoom.Part.AGENDA);
        return id;
    }

    /**
     * @param version of the item that the actor saw
     * @throws StaleEdit when somebody else changed it meanwhile
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void change(Actor actor, MeetingId meeting, long item, int version, ItemDraft draft) {
        access.lockToChange(actor, meeting);
        draft.check();
        requireMember(meeting, draft);
        require(meeting, item);
        if (!rows.change(meeting, item, version, draft)) {
            throw new StaleEdit("agenda item");
        }
        room.changed(meeting, MeetingRoom.Part.AGENDA);
    }

    /** Puts an item at another place, counted from 0; a place beyond the end is the end. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void move(Actor actor, MeetingId meeting, long item, int place) {
        access.lockToChange(actor, meeting);
        AgendaItem moved = require(meeting, item);
        List<AgendaItem> items = new ArrayList<>(rows.items(meeting));
        items.removeIf(other -> other.id() == item);
        items.add(Math.clamp(place, 0, items.size()), moved);
        renumber(items);
        room.changed(meeting, MeetingRoom.Part.AGENDA);
    }

    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void remove(Actor actor, MeetingId meeting, long item) {
        access.lockToChange(actor, meeting);
        require(meeting, item);
        rows.remove(meeting, item, clock.instant());
        room.changed(meeting, MeetingRoom.Part.AGENDA);
    }

    /** Puts back what was removed; for Undo. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void restore(Actor actor, MeetingId meeting, long item) {
        access.lockToChange(actor, meeting);
        if (!rows.remove(meeting, item, null)) {
            throw new NotFoundException("agenda item");
        }
        room.changed(meeting, MeetingRoom.Part.AGENDA);
    }

    /** Begins an item now and ends the one that runs. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void begin(Actor actor, MeetingId meeting, long item) {
        access.lockToChange(actor, meeting);
        require(meeting, item);
        rows.end(meeting, clock.instant());
        rows.begin(item, clock.instant());
        room.changed(meeting, MeetingRoom.Part.AGENDA);
    }

    /** Stops the clock: what runs has been treated. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void stop(Actor actor, MeetingId meeting) {
        access.lockToChange(actor, meeting);
        rows.end(meeting, clock.instant());
        room.changed(meeting, MeetingRoom.Part.AGENDA);
    }

    /** Takes back that an item was begun. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void unbegin(Actor actor, MeetingId meeting, long item) {
        access.lockToChange(actor, meeting);
        require(meeting, item);
        rows.begin(item, null);
        room.changed(meeting, MeetingRoom.Part.AGENDA);
    }

    /** Adds an address to an item. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void attach(Actor actor, MeetingId meeting, long item, String name, String link) {
        access.lockToChange(actor, meeting);
        ItemDraft.checkLink(name, link.strip());
        attach(actor, meeting, item, name.strip(), link.strip(), null);
    }

    /** Adds a file to an item; it is only ever given back as a download. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void attach(Actor actor, MeetingId meeting, long item, DocumentFile file) {
        access.lockToChange(actor, meeting);
        InvalidInput.check()
                .required(file.name(), 200, "name")
                .that(
                        file.bytes().length > 0 && file.bytes().length <= MOST_BYTES,
                        "file",
                        Message.of("meetings.agenda.error.file", MOST_BYTES / 1024 / 1024))
                .orThrow();
        attach(actor, meeting, item, file.name().strip(), "", file.bytes());
    }

    private void attach(
            Actor actor,
            MeetingId meeting,
            long item,
            String name,
            String link,
            byte @org.jspecify.annotations.Nullable [] bytes) {
        require(meeting, item);
        InvalidInput.check()
                .that(
                        rows.documentsOf(meeting) < MOST_DOCUMENTS,
                        "name",
                        Message.of("meetings.agenda.error.documents", MOST_DOCUMENTS))
                .orThrow();
        rows.attach(meeting, item, name, link, bytes, actor.person(), clock.instant());
        room.changed(meeting, MeetingRoom.Part.AGENDA);
    }

    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void detach(Actor actor, MeetingId meeting, long document) {
        access.lockToChange(actor, meeting);
        if (!rows.detach(meeting, document)) {
            throw new NotFoundException("document");
        }
        room.changed(meeting, MeetingRoom.Part.AGENDA);
    }

    /** A file for everybody who may see the meeting. */
    @Transactional(readOnly = true)
    public DocumentFile file(Actor actor, MeetingId meeting, long document) {
        access.see(actor, meeting);
        return rows.file(meeting, document).orElseThrow(() -> new NotFoundException("document"));
    }

    private AgendaItem require(MeetingId meeting, long item) {
        return rows.items(meeting).stream()
                .filter(one -> one.id() == item)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("agenda item"));
    }

    private void requireMember(MeetingId meeting, ItemDraft draft) {
        PersonId owner = draft.owner();
        if (owner != null && !rows.isMember(meeting, owner)) {
            throw new NotFoundException("person");
        }
    }

    private void renumber(List<AgendaItem> items) {
        for (int i = 0; i < items.size(); i++) {
            rows.place(Objects.requireNonNull(items.get(i)).id(), i);
        }
    }

    /** A file with its name. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record DocumentFile(String name, byte[] bytes) {}
}
