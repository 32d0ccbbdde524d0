package org.convive.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.convive.meetings.planning.BestDate.Best;
import org.convive.meetings.planning.BestDate.Reason;
import org.convive.meetings.planning.DateOption.State;
import org.convive.meetings.planning.DateOption.Voter;
import org.convive.shared.PersonId;
import org.junit.jupiter.api.Test;

class BestDateTest {
    @Test
    void theDateThatMostCanComeToIsTheBest() {
        assertThat(BestDate.of(List.of(option(1, 1, 0, 2, 0), option(2, 2, 0, 1, 0)), 3))
                .contains(new Best(2, Reason.MOST));
    }

    @Test
    void aDateThatSuitsEverybodyIsNamedSo() {
        assertThat(BestDate.of(List.of(option(1, 3, 0, 0, 0), option(2, 2, 1, 0, 0)), 3))
                .contains(new Best(1, Reason.EVERYBODY));
    }

    @Test
    void ofTwoThatSuitAsManyTheOneThatMoreAcceptIfNeedBeIsBest() {
        assertThat(BestDate.of(List.of(option(1, 2, 0, 1, 0), option(2, 2, 1, 0, 0)), 4))
                .contains(new Best(2, Reason.MOST_IF_NEEDED));
    }

    @Test
    void thenTheOneThatSuitsThoseWhoHost() {
        assertThat(BestDate.of(List.of(option(1, 2, 0, 1, 0), option(2, 2, 0, 1, 1)), 4))
                .contains(new Best(2, Reason.HOSTS));
    }

    @Test
    void thenTheEarliest() {
        assertThat(BestDate.of(List.of(option(2, 2, 0, 1, 0), option(1, 2, 0, 1, 0)), 4))
                .contains(new Best(1, Reason.EARLIEST));
    }

    @Test
    void whereNobodyCanThereIsNoBest() {
        assertThat(BestDate.of(List.of(option(1, 0, 0, 2, 0)), 2)).isEmpty();
        assertThat(BestDate.of(List.of(), 0)).isEmpty();
    }

    /** On day {@code id}; the first {@code hosts} of those who can are hosts. */
    private static DateOption option(long id, int yes, int ifNeeded, int no, int hosts) {
        List<Voter> voters = new ArrayList<>();
        for (int i = 0; i < yes + ifNeeded + no; i++) {
            Suits suits = i < yes ? Suits.YES : i < yes + ifNeeded ? Suits.IF_NEEDED : Suits.NO;
            voters.add(new Voter(new PersonId(i), "P" + i, "", null, suits, i < hosts));
        }
        Instant from = Instant.parse("2027-03-0" + id + "T09:00:00Z");
        return new DateOption(
                id, from, from.plusSeconds(3600), false, null, State.OPEN, "", voters, null, DateOption.Around.NOTHING);
    }
}
