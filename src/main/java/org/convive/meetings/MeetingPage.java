package org.convive.meetings;

import java.util.List;
import org.convive.shared.PersonId;

/**
 * A meeting with all that its own page shows and its form edits.
 *
 * @param description Markdown
 * @param answers everybody who answered, in the order they said so
 * @param mayChange whether the reader may change it
 * @param version to be given back with a change
 * @param farewell the word with which it was cancelled
 */
public record MeetingPage(
        MeetingCard card,
        String description,
        Place place,
        List<Person> hosts,
        Invited invited,
        List<Comer> answers,
        boolean mayChange,
        String farewell,
        int version) {

    /** A host by name. */
    public record Person(PersonId id, String name) {}

    /** Those who gave this answer; those who wait for a seat are not among the yeses. */
    public List<Comer> saying(Answer answer) {
        return answers.stream()
                .filter(comer -> comer.answer() == answer && !comer.waiting())
                .toList();
    }

    /** Those who wait for a seat, the first first. */
    public List<Comer> waiting() {
        return answers.stream().filter(Comer::waiting).toList();
    }
}
