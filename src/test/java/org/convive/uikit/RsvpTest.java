package org.convive.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RsvpTest {
    private final Rsvp<String> rsvp = new Rsvp<>(
            "Your answer",
            List.of(
                    new Rsvp.Option<>("y", Rsvp.Kind.YES, "Coming"),
                    new Rsvp.Option<>("m", Rsvp.Kind.MAYBE, "Maybe"),
                    new Rsvp.Option<>("n", Rsvp.Kind.NO, "Can’t come")));

    @Test
    void itIsOpenUntilAnswered() {
        assertThat(rsvp.answered(null).getValue()).isNull();
        assertThat(rsvp.answered("m").getValue()).isEqualTo("m");
    }

    @Test
    void showingAnEarlierAnswerTellsNobody() {
        List<String> heard = new ArrayList<>();
        rsvp.onAnswer(heard::add);
        rsvp.answered("y");
        assertThat(heard).isEmpty();
    }
}
