package org.convive.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.convive.shared.InvalidInput;
import org.convive.shared.PersonId;
import org.junit.jupiter.api.Test;

class SeatingTest {
    private static final PersonId HELENE = new PersonId(1);
    private static final PersonId MARC = new PersonId(2);
    private static final PersonId NADIA = new PersonId(3);
    private static final PersonId YANNIS = new PersonId(4);

    @Test
    void whoeverSaysYesWhileSeatsAreFreeSitsDown() {
        var seating = new Seating(3, List.of());
        seating.answer(HELENE, Answer.YES, 1);
        assertThat(seating.taken()).isEqualTo(2);
        assertThat(seating.positionOf(HELENE)).isNull();
    }

    @Test
    void whoeverComesToAFullTableWaitsInOrderOfArrival() {
        var seating = new Seating(1, List.of());
        seating.answer(HELENE, Answer.YES, 0);
        seating.answer(NADIA, Answer.YES, 0);
        seating.answer(MARC, Answer.YES, 0);
        assertThat(seating.positionOf(NADIA)).isEqualTo(1);
        assertThat(seating.positionOf(MARC)).isEqualTo(2);
        assertThat(seating.taken()).isEqualTo(1);
    }

    @Test
    void aSeatGivenBackGoesToWhoeverWaitsLongest() {
        var seating = new Seating(1, List.of());
        seating.answer(HELENE, Answer.YES, 0);
        seating.answer(NADIA, Answer.YES, 0);
        seating.answer(MARC, Answer.YES, 0);
        seating.answer(HELENE, Answer.NO, 0);
        assertThat(seating.promoted()).extracting(Seating.Party::person).containsExactly(NADIA);
        assertThat(seating.positionOf(MARC)).isEqualTo(1);
    }

    @Test
    void aPartyTooLargeForTheFreeSeatsIsPassedOverButKeepsItsPlace() {
        var seating = new Seating(4, List.of());
        seating.answer(HELENE, Answer.YES, 2);
        seating.answer(NADIA, Answer.YES, 2);
        seating.answer(MARC, Answer.YES, 0);
        assertThat(seating.positionOf(NADIA)).isEqualTo(1);
        assertThat(seating.positionOf(MARC)).as("fits beside them").isNull();
        seating.answer(HELENE, Answer.NO, 0);
        assertThat(seating.promoted()).extracting(Seating.Party::person).containsExactly(NADIA);
    }

    @Test
    void moreSeatsGoToThoseWhoWait() {
        var seating = new Seating(2, List.of());
        seating.answer(HELENE, Answer.YES, 1);
        seating.answer(NADIA, Answer.YES, 1);
        seating.answer(MARC, Answer.YES, 0);
        seating.resize(5);
        assertThat(seating.promoted()).extracting(Seating.Party::person).containsExactly(NADIA, MARC);
        assertThat(seating.taken()).isEqualTo(5);
    }

    @Test
    void withoutALimitEverybodyComes() {
        var seating = new Seating(6, List.of());
        seating.answer(HELENE, Answer.YES, 0);
        seating.answer(NADIA, Answer.YES, 5);
        seating.resize(null);
        assertThat(seating.promoted()).extracting(Seating.Party::person).containsExactly(NADIA);
    }

    @Test
    void nobodyIsUnseatedByASmallerTable() {
        var seating = new Seating(3, List.of());
        seating.answer(HELENE, Answer.YES, 1);
        assertThatThrownBy(() -> seating.resize(1)).isInstanceOf(InvalidInput.class);
        assertThat(seating.taken()).isEqualTo(2);
    }

    @Test
    void moreGuestsThanFreeSeatsAreRefusedAndTheSeatIsKept() {
        var seating = new Seating(2, List.of());
        seating.answer(HELENE, Answer.YES, 0);
        seating.answer(MARC, Answer.YES, 0);
        assertThatThrownBy(() -> seating.answer(HELENE, Answer.YES, 1))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsKey("guests"));
        assertThat(seating.partyOf(HELENE)).isEqualTo(Seating.Party.of(HELENE, Answer.YES, 0, null));
    }

    @Test
    void guestsSentHomeMakeRoomForThoseWhoWait() {
        var seating = new Seating(2, List.of());
        seating.answer(HELENE, Answer.YES, 1);
        seating.answer(MARC, Answer.YES, 0);
        seating.answer(HELENE, Answer.YES, 0);
        assertThat(seating.promoted()).extracting(Seating.Party::person).containsExactly(MARC);
    }

    @Test
    void whoeverWaitsAndBringsFewerGuestsMaySitDownAtOnce() {
        var seating = new Seating(2, List.of());
        seating.answer(HELENE, Answer.YES, 0);
        seating.answer(MARC, Answer.YES, 1);
        seating.answer(NADIA, Answer.MAYBE, 0);
        assertThat(seating.positionOf(MARC)).isEqualTo(1);
        seating.answer(MARC, Answer.YES, 0);
        assertThat(seating.positionOf(MARC)).isNull();
        assertThat(seating.taken()).isEqualTo(2);
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        var seating = new Seating(
                1,
                List.of(
                        Seating.Party.of(HELENE, Answer.YES, 0, null),
                        Seating.Party.of(MARC, Answer.YES, 0, 1L),
                        Seating.Party.of(NADIA, Answer.YES, 0, 2L)));
        seating.answer(HELENE, Answer.YES, 0);
        seating.answer(MARC, Answer.YES, 0);
        assertThat(seating.changed()).isEmpty();
        assertThat(seating.positionOf(MARC)).isEqualTo(1);
    }

    @Test
    void guestsCountOnlyWithAYes() {
        var seating = new Seating((Integer) null, List.of());
        seating.answer(HELENE, Answer.MAYBE, 3);
        assertThat(seating.partyOf(HELENE)).isEqualTo(Seating.Party.of(HELENE, Answer.MAYBE, 0, null));
    }

    @Test
    void sixGuestsAreTooMany() {
        var seating = new Seating((Integer) null, List.of());
        assertThatThrownBy(() -> seating.answer(HELENE, Answer.YES, 6)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> seating.answer(HELENE, Answer.YES, -1)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aPartyLargerThanTheWholeTableIsToldSo() {
        var seating = new Seating(3, List.of());
        assertThatThrownBy(() -> seating.answer(HELENE, Answer.YES, 4)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void takingAnAnswerBackFreesTheSeat() {
        var seating = new Seating(
                1, List.of(Seating.Party.of(HELENE, Answer.YES, 0, null), Seating.Party.of(YANNIS, Answer.YES, 0, 4L)));
        seating.withdraw(HELENE);
        assertThat(seating.promoted()).extracting(Seating.Party::person).containsExactly(YANNIS);
    }
}
