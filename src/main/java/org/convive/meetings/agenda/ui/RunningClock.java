package org.convive.meetings.agenda.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import org.convive.meetings.ui.Say;

/** Counts the minutes that are left, then those that are over; it ticks in the browser. */
@Tag("cv-clock")
@JsModule("./components/cv-clock.ts")
final class RunningClock extends Component {
    RunningClock(Instant until) {
        getElement()
                .setAttribute("until", Long.toString(until.toEpochMilli()))
                .setAttribute("left", Say.text("meetings.agenda.clock.left", "{0}"))
                .setAttribute("over", Say.text("meetings.agenda.clock.over", "{0}"));
    }
}
