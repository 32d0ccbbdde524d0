package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.Stage;
import org.convive.uikit.Pane;
import org.convive.uikit.Steps;

/** How far the meeting has come, on the annealing curve: ember while it can be shaped, glass when it is settled. */
final class StageStrip extends Pane {
    StageStrip(MeetingCard card, Instant now) {
        addClassName("cv-meeting-stages");
        List<Steps.Step> steps = Arrays.stream(Stage.values())
                .map(stage -> new Steps.Step(text("meetings.stage." + stage), note(card, stage, now)))
                .toList();
        add(new Steps(steps, card.stage().ordinal()));
    }

    private static String note(MeetingCard card, Stage stage, Instant now) {
        return switch (stage) {
            case IDEA -> card.stage() == Stage.IDEA ? card.organiserName() : "";
            case DATES -> "";
            case CONFIRMED -> card.isDated() ? text("meetings.stage.coming", card.coming()) : "";
            case HELD -> card.isDated() ? Wording.dates(card.zone()).relative(card.to(), now) : "";
            case FOLLOW_UP -> text("meetings.stage.follow-up.note");
        };
    }
}
