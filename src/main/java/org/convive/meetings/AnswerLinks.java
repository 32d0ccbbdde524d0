package org.convive.meetings;

import java.util.Optional;
import org.convive.identity.SignedLinks;
import org.convive.shared.PersonId;
import org.springframework.stereotype.Component;

/** Signs the links by which people answer from a letter: good for one person and one meeting, nothing else. */
@Component
public class AnswerLinks implements LetterLinks {
    private static final String PURPOSE = "meetings.answer";

    private final SignedLinks links;

    AnswerLinks(SignedLinks links) {
        this.links = links;
    }

    @Override
    public String address(MeetingId meeting, PersonId person) {
        return links.url("meetings", token(meeting, person));
    }

    /** A token for this person and this meeting, without an end: the page says itself when it is over. */
    public String token(MeetingId meeting, PersonId person) {
        return links.token(PURPOSE, person.toString(), meeting.toString(), null);
    }

    public SignedLinks.Reading read(String token) {
        return links.read(PURPOSE, token);
    }

    /** Whom the token stands for; empty unless it is genuine. */
    public static Optional<Holder> holder(SignedLinks.Reading reading) {
        return reading instanceof SignedLinks.Good good
                ? Optional.of(new Holder(new PersonId(good.subjectId()), new MeetingId(good.payloadId())))
                : Optional.empty();
    }

    /** Whom a genuine link stands for, and the meeting it is about. */
    public record Holder(PersonId person, MeetingId meeting) {}
}
