package org.convive.meetings.sharing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingAccess;
import org.convive.meetings.MeetingId;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Who brings what to a meeting, and who has hosted how often. */
@Service
public class BringList {
    private static final int MOST_ITEMS = 50;
    private static final int MOST_WANTED = 500;

    private final MeetingAccess access;
    private final JdbcClient jdbc;

    BringList(MeetingAccess access, JdbcClient jdbc) {
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * Something wanted.
     *
     * @param mine how much of it the reader brings
     */
    public record Item(long id, String what, int wanted, List<Bringer> bringers, int mine) {
        public Item {
            bringers = List.copyOf(bringers);
        }

        public int promised() {
            return bringers.stream().mapToInt(Bringer::number).sum();
        }

        public int open() {
            return Math.max(0, wanted - promised());
        }
    }

    /** Somebody who brings some of it. */
    public record Bringer(
            PersonId person, String name, @Nullable Long picture, int number) {}

    /** How often an organisation has hosted; never means 0. */
    public record Hosting(String organisation, int times) {}

    /** Everything wanted, in one statement; what somebody promised who does not come after all is wanted again. */
    @Transactional(readOnly = true)
    public List<Item> list(Actor actor, MeetingId meeting) {
        access.see(actor, meeting);
        Map<Long, Item> items = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT i.id, i.what, i.wanted, b.person_id, b.number, p.name, p.picture_id
                        FROM meeting_bring_item i LEFT JOIN meeting_bring b ON b.item_id = i.id
                         AND NOT EXISTS (SELECT 1 FROM meeting_answer a WHERE a.meeting_id = i.meeting_id
                                         AND a.person_id = b.person_id AND a.answer IN ('NO', 'KEEP_POSTED'))
                        LEFT JOIN person p ON p.id = b.person_id
                        WHERE i.meeting_id = ? ORDER BY i.id, p.name""").param(meeting.value()).query(row -> {
            Item item = new Item(row.getLong("id"), row.getString("what"), row.getInt("wanted"), List.of(), 0);
            Long person = row.getObject("person_id", Long.class);
            List<Bringer> one = person == null
                    ? List.of()
                    : List.of(new Bringer(
                            new PersonId(person),
                            row.getString("name"),
                            row.getObject("picture_id", Long.class),
                            row.getInt("number")));
            int mine = person != null && person == actor.person().value() ? row.getInt("number") : 0;
            items.merge(item.id(), new Item(item.id(), item.what(), item.wanted(), one, mine), BringList::joined);
        });
        return List.copyOf(items.values());
    }

    private static Item joined(Item one, Item other) {
        var all = new java.util.ArrayList<>(one.bringers());
        all.addAll(other.bringers());
        return new Item(one.id(), one.what(), one.wanted(), all, one.mine() + other.mine());
    }

    /** Asks for something; whoever may change the meeting may, and whoever comes may too. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public long ask(Actor actor, MeetingId meeting, String what, int wanted) {
        MeetingAccess.Seen seen = access.lock(actor, meeting);
        actor.require(seen.mayChange() || comes(meeting, actor.person()), "only who comes may do this");
        InvalidInput.check()
                .required(what, 200, "what")
                .that(
                        wanted >= 1 && wanted <= MOST_WANTED,
                        "wanted",
                        Message.of("meetings.sharing.error.wanted", MOST_WANTED))
                .that(count(meeting) < MOST_ITEMS, "what", Message.of("meetings.sharing.error.many", MOST_ITEMS))
                .orThrow();
        var key = new org.springframework.jdbc.support.GeneratedKeyHolder();
        jdbc.sql("INSERT INTO meeting_bring_item (meeting_id, what, wanted, added_by) VALUES (?, ?, ?, ?)")
                .params(meeting.value(), what.strip(), wanted, actor.person().value())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Takes something off the list, with all promises of it. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void drop(Actor actor, MeetingId meeting, long item) {
        access.lockToChange(actor, meeting);
        if (jdbc.sql("DELETE FROM meeting_bring_item WHERE meeting_id = ? AND id = ?")
                        .params(meeting.value(), item)
                        .update()
                == 0) {
            throw new NotFoundException("item");
        }
    }

    /**
     * Promises to bring some of it; 0 takes the promise back. Never more is promised than wanted, even by many at once.
     *
     * @throws InvalidInput when others have promised it meanwhile
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void bring(Actor actor, MeetingId meeting, long item, int number) {
        MeetingAccess.Seen seen = access.lock(actor, meeting);
        actor.require(seen.mayChange() || comes(meeting, actor.person()), "only who comes may do this");
        Item wanted = list(actor, meeting).stream()
                .filter(one -> one.id() == item)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("item"));
        int free = wanted.open() + wanted.mine();
        InvalidInput.check()
                .that(number >= 0 && number <= free, "number", Message.of("meetings.sharing.error.covered", free))
                .orThrow();
        if (number == 0) {
            jdbc.sql("DELETE FROM meeting_bring WHERE item_id = ? AND person_id = ?")
                    .params(item, actor.person().value())
                    .update();
        } else {
            jdbc.sql("""
                            INSERT INTO meeting_bring (item_id, person_id, number) VALUES (?, ?, ?)
                            ON DUPLICATE KEY UPDATE number = VALUES(number)""").params(item, actor.person().value(), number).update();
        }
    }

    /** Who could host next: the organisations of the cluster that hosted least in two years, the fewest first. */
    @Transactional(readOnly = true)
    public List<Hosting> hostNext(Actor actor, int limit) {
        return jdbc.sql("""
                        SELECT o.name, COUNT(DISTINCT t.id) AS times FROM organisation o
                        LEFT JOIN membership m ON m.organisation_id = o.id
                        LEFT JOIN meeting_host h ON h.person_id = m.person_id
                        LEFT JOIN meeting t ON t.id = h.meeting_id AND t.cluster_id = o.cluster_id
                         AND t.cancelled_at IS NULL AND t.starts > NOW() - INTERVAL 2 YEAR
                        WHERE o.cluster_id = ? AND m.person_id IS NOT NULL
                        GROUP BY o.id, o.name ORDER BY times, MAX(t.starts), o.name LIMIT ?""")
                .params(actor.cluster().value(), limit)
                .query((row, n) -> new Hosting(row.getString("name"), row.getInt("times")))
                .list();
    }

    private boolean comes(MeetingId meeting, PersonId person) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM meeting_answer WHERE meeting_id = ? AND person_id = ?
                                       AND answer = 'YES' AND arrival IS NULL)""")
                .params(meeting.value(), person.value())
                .query(Boolean.class)
                .single();
    }

    private int count(MeetingId meeting) {
        return jdbc.sql("SELECT COUNT(*) FROM meeting_bring_item WHERE meeting_id = ?")
                .param(meeting.value())
                .query(Integer.class)
                .single();
    }
}
