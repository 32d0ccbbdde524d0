package org.convive.meetings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.shared.PersonId;

/** Which of those concerned by a meeting are written to. */
final class Readers {
    private Readers() {}

    static List<Reader> others(Actor actor, List<Reader> readers) {
        return readers.stream()
                .filter(reader -> !reader.person().equals(actor.person()))
                .toList();
    }

    static List<Reader> newcomers(List<Reader> readers, Set<PersonId> invitedBefore) {
        return readers.stream()
                .filter(reader -> !invitedBefore.contains(reader.person()))
                .toList();
    }

    /** Whoever said no is not written to again, and whoever wants to be kept posted gets the minutes only. */
    static List<Reader> interested(List<Reader> readers, Set<PersonId> invitedBefore) {
        return readers.stream()
                .filter(reader -> invitedBefore.contains(reader.person())
                        && reader.answer() != Answer.NO
                        && reader.answer() != Answer.KEEP_POSTED)
                .toList();
    }

    /**
     * Who is asked when a meeting goes to another stage: whoever wants to be kept posted gets the minutes only, whether
     * they said so to the meeting or to the idea.
     *
     * @param keptPosted who said so to the idea; an answer since counts more
     */
    static List<Reader> asked(List<Reader> readers, Collection<PersonId> keptPosted) {
        return readers.stream()
                .filter(reader -> reader.answer() != Answer.KEEP_POSTED
                        && (reader.answer() != null || !keptPosted.contains(reader.person())))
                .toList();
    }

    static List<Reader> promoted(List<Reader> readers, Seating seating) {
        List<Reader> promoted = new ArrayList<>();
        for (Seating.Party party : seating.promoted()) {
            readers.stream()
                    .filter(reader -> reader.person().equals(party.person()))
                    .forEach(promoted::add);
        }
        return promoted;
    }

    static Set<PersonId> people(List<Reader> readers) {
        return readers.stream().map(Reader::person).collect(Collectors.toSet());
    }
}
