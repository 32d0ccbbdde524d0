package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.planning.DatePoll;
import org.convive.meetings.planning.DatePolls;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pickers;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** Asks which of some dates suit: for an idea, for a meeting whose date is given up, or with other dates than before. */
final class PollDialog extends Dialog {
    PollDialog(
            DatePolls polls,
            Actor actor,
            MeetingPage page,
            DatePoll poll,
            Function<LocalDate, Optional<String>> holidays,
            Runnable done) {
        setHeaderTitle(text("meetings.poll.ask"));
        setWidth("min(760px, 100vw)");
        ZoneId zone = page.card().zone();
        OptionsField options = new OptionsField(zone).holidays(holidays);
        options.show(poll.options());
        DatePicker until = Pickers.date(text("meetings.poll.until.field"), Wording.locale());
        Instant end = poll.until();
        if (end != null) {
            until.setValue(end.atZone(zone).toLocalDate());
        }
        Paragraph sentence =
                new Paragraph(text(page.card().isDated() ? "meetings.poll.ask.again" : "meetings.poll.ask.sentence"));
        sentence.addClassName("cv-q");
        add(sentence, options, until);
        getFooter().add(Buttons.quiet(text("meetings.invite.close"), this::close));
        getFooter().add(Buttons.primary(text("meetings.poll.ask.deed"), () -> {
            try {
                List<BookingLine> kept =
                        polls.ask(actor, page.card().id(), options.drafts(), endOf(until.getValue(), zone));
                close();
                Toasts.say(RefusedMeans.withKept(text("meetings.poll.asked"), kept));
                done.run();
            } catch (InvalidInput e) {
                options.show(e);
                FormErrors.show(OptionsField.without(e), Map.of("until", until));
            }
        }));
    }

    /** The last minute of that day. */
    static @Nullable Instant endOf(@Nullable LocalDate day, ZoneId zone) {
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(60);
    }
}
