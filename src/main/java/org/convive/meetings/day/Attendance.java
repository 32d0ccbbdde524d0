package org.convive.meetings.day;

import java.util.List;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Everybody who is expected or came, by name. */
public record Attendance(List<Attendee> people) {
    public Attendance {
        people = List.copyOf(people);
    }

    public List<Attendee> here() {
        return people.stream().filter(Attendee::isHere).toList();
    }

    public List<Attendee> awaited() {
        return people.stream().filter(attendee -> !attendee.isHere()).toList();
    }

    public int expected() {
        return (int) people.stream().filter(Attendee::expected).count();
    }

    /** Members and others who came without having said yes. */
    public int walkIns() {
        return (int)
                people.stream().filter(one -> one.isHere() && !one.expected()).count();
    }

    public @Nullable Attendee of(PersonId person) {
        return people.stream()
                .filter(attendee -> person.equals(attendee.person()))
                .findFirst()
                .orElse(null);
    }
}
