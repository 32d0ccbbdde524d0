package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.means.Availability;
import org.convive.means.BookingLine;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.means.MeansStay;
import org.convive.meetings.means.MeetingMeans;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Notice;
import org.convive.uikit.Toasts;

/** Chooses the shared means of a meeting; what cannot be booked is named, with what is free instead. */
final class MeansDialog extends Dialog {
    MeansDialog(
            MeetingMeans meetingMeans,
            MeansQueries means,
            Actor actor,
            MeetingPage page,
            List<BookingLine> lines,
            Runnable done) {
        setHeaderTitle(text("meetings.means.book"));
        setWidth("min(560px, 100vw)");
        List<Availability> all =
                means.list(actor, null, page.card().from(), page.card().to());
        var choice = new MultiSelectComboBox<Availability>(text("meetings.means"));
        choice.setItems(all);
        choice.setItemLabelGenerator(one -> text(
                one.bookable() && one.freeUnits() > 0 ? "meetings.means.free" : "meetings.means.taken",
                one.means().name(),
                one.means().ownerName()));
        choice.setWidthFull();
        Set<MeansId> had = lines.stream().map(BookingLine::means).collect(Collectors.toSet());
        choice.setValue(
                all.stream().filter(one -> had.contains(one.means().id())).collect(Collectors.toSet()));
        Div refused = new Div();
        refused.addClassName("cv-stack");
        Paragraph sentence = new Paragraph(text("meetings.means.sentence"));
        sentence.addClassName("cv-q");
        add(sentence, choice, refused);
        getFooter().add(Buttons.quiet(text("meetings.invite.close"), this::close));
        getFooter().add(Buttons.primary(text("meetings.means.deed"), () -> {
            refused.removeAll();
            try {
                meetingMeans.set(
                        actor,
                        page.card().id(),
                        choice.getValue().stream().map(one -> one.means().id()).collect(Collectors.toSet()));
                close();
                Toasts.say(text("meetings.means.done"));
                done.run();
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("means", choice));
            } catch (MeansStay e) {
                RefusedMeans.sentences(e, page.card().zone())
                        .forEach(words -> refused.add(Notice.hot(new Paragraph(words))));
            }
        }));
    }
}
